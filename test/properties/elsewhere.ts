import { ussg } from '../commands/run.ts';
import { randomCase } from '../random/cases.ts';
import { newRandom } from '../random/random.ts';
import type { Found } from './search.ts';

/** Places whose clocks, numbers, letters and words of a language differ most from those of the machine that made the answers. */
const places = [
	{ TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
	{ TZ: 'Pacific/Pago_Pago', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' },
	{ TZ: 'Asia/Kathmandu', LANG: 'ar_EG.UTF-8', LC_ALL: 'ar_EG.UTF-8' },
	{ TZ: 'America/St_Johns', LANG: 'C', LC_ALL: 'C' },
];

const linesOfBlock = 5000;

/**
 * A locale is that of a program from its beginning, so that here programs are started: each answers a block of cases, right
 * and wrong ones, as the same program does at home.
 */
export const elsewhere = {
	name: 'bytes are equal in every time zone and locale',
	try(
		lines: number,
		seed: number,
		answerIn = (env: Record<string, string>, input: string) => ussg(['batch'], input, env).stdout,
	): Found {
		const found: Found = { held: 0 };
		for (let block = 0; found.held < lines && found.failure === undefined; block++) {
			const first = seed + block * linesOfBlock;
			const cases = Array.from({ length: Math.min(linesOfBlock, lines) }, (_, at) => randomCase(newRandom(first + at)));
			const input = cases.map((draft) => `${JSON.stringify(draft)}\n`).join('');
			const there = answerIn(places[block % places.length] as Record<string, string>, input).split('\n');
			const home = answerIn({ TZ: 'UTC', LANG: 'en_US.UTF-8', LC_ALL: 'en_US.UTF-8' }, input).split('\n');
			const other = home.findIndex((line, at) => line !== there[at]);
			if (other >= 0 || home.length !== cases.length + 1) {
				const draft = cases[other] ?? {};
				found.failure = { seed: first + other, draft, wrong: `${home[other]} became ${there[other]}` };
			} else found.held += cases.length;
		}
		return found;
	},
};
