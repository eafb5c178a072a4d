import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { flagOfField } from '../../src/commands/flags.ts';
import { randomCase } from '../random/cases.ts';
import type { Draft, Random } from '../random/random.ts';
import { mutatedText } from './mutate.ts';

/** Files that command lines may name, in a folder: some right, some not, some not there. */
export function writeFiles(folder: string, random: Random): string[] {
	mkdirSync(join(folder, 'folder'));
	const files: Record<string, string | Uint8Array> = {
		'empty.json': '',
		'bad.json': '{"edition":',
		'bytes.json': Buffer.from([0x7b, 0xff, 0xfe, 0x7d]),
		'list.json': '[1,2]',
		'large.json': `{"caption":"${'x'.repeat(1_100_000)}"}`,
		'cases.csv': 'id,edition,baseOffenseLevel,criminalHistoryCategory\na,2012,20,I\nb,2012,99,I\n',
		'header.csv': 'id,edition,nothing\na,2012,3\n',
	};
	for (let at = 0; at < 20; at++) files[`case${at}.json`] = JSON.stringify(randomCase(random));
	files['cases.jsonl'] = Array.from({ length: 20 }, () => `${JSON.stringify(randomCase(random))}\n`).join('');
	for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
	return [...Object.keys(files), 'folder', 'not-there.json', 'not-there/file.json'].map((name) => join(folder, name));
}

const strays = [
	...['', ' ', '-', '--', '-h', '--help', '-V', '--json', '--ascii', '--no-color', '--nothing', '--case', '−2', '–2'],
	...[
		'0',
		'-1',
		'44',
		'1e3',
		'0x10',
		'life',
		'10y',
		'２０',
		'I',
		'VII',
		'2L1.2',
		'§ 2l1.2',
		'(b)(1)(A)',
		'“(b)(1)(A)”',
	],
	...[
		'2012',
		'2012-02-30',
		'11/5/2012',
		'Nov. 5, 2012',
		'all',
		'1995,2018',
		'full',
		'ESC\u001b[31m',
		'\u202etxt',
		'🙂',
	],
	...['x'.repeat(5000), '__proto__', 'constructor', '=1+1', 'NaN', 'null', 'a=b', '--edition=2012', '--edition='],
];

/** The flags of a case, with their values, as somebody would type them. */
function flagsOf(draft: Draft): string[] {
	return Object.entries(draft).flatMap(([field, value]) => {
		const flag = flagOfField[field];
		if (flag === undefined || value === false) return [];
		if (value === true) return [flag];
		if (field === 'offense') return Object.entries(value as Draft).flatMap(([name, fact]) => [flag, `${name}=${fact}`]);
		return [value].flat().flatMap((one) => [flag, typed(one)]);
	});
}

function typed(value: unknown): string {
	if (typeof value !== 'object' || value === null) return String(value);
	const { id, receivesPoints, circumstance, levels, provision } = value as Record<string, unknown>;
	if (id === undefined) return provision === undefined ? String(levels) : `${levels}:${provision}`;
	const more = circumstance ?? (receivesPoints === undefined ? undefined : receivesPoints ? 'points' : 'no-points');
	return more === undefined ? String(id) : `${id}:${more}`;
}

const formats = ['text', 'json', 'markdown', 'html', 'client', 'csv', 'tsv', 'jsonl', 'pdf'];

/** By command, words that may follow it. */
const wordsOf: Record<string, (random: Random, files: readonly string[]) => string[]> = {
	calc: (random, files) => [
		...(random.often(25) ? ['--case', random.pick(files)] : []),
		...(random.often(85) ? flagsOf(randomCase(random)) : []),
		...(random.often(30) ? ['--format', random.pick(formats)] : random.often(40) ? ['--json'] : []),
		...(random.often(10) ? ['--sensitivity'] : []),
		...(random.often(10)
			? ['--output', `${random.pick(files)}.${random.pick(['txt', 'json', 'html', 'md', 'x'])}`]
			: []),
	],
	compare: (random, files) => [
		...random.some(files, 3),
		...(random.often(50) ? flagsOf(randomCase(random)) : []),
		...(random.often(50) ? ['--editions', random.pick(['2011,2016', 'all', '1987', '2012,x', ''])] : []),
	],
	reduction: (random, files) => [
		...['--amendment', random.pick(['782', '706', '821A', '404', '9999', 'x'])],
		...['--order-date', random.pick(['2016-01-05', '2024-02-01', '1980-01-01'])],
		...(random.often(40) ? ['--levels', '-2'] : []),
		...(random.often(20) ? ['--case', random.pick(files)] : flagsOf(randomCase(random))),
	],
	batch: (random, files) => [
		...random.some(files, 3),
		...(random.often(30) ? ['--format', random.pick(formats)] : []),
		...(random.often(30) ? ['--select', random.pick(['id,guidelineRange', 'warnings.code', 'nothing', ''])] : []),
		...(random.often(20) ? ['--summary'] : []),
		...(random.often(10) ? ['--rejects', `${random.pick(files)}.rejects`] : []),
	],
	table: (random) => [
		'--edition',
		random.pick(['1987', '2012', '2025', 'x']),
		'--level',
		String(random.between(0, 45)),
	],
	editions: (random) => random.some(['2012', '2012-11-01', '--json', '1850'], 2),
	guideline: (random) => random.some(['2L1.2', '2l1.1', '§2L2.5', '--edition', '2018', '--json', '2X9.9'], 3),
	explain: (random) => random.some(['§2L1.2(b)(2)(B)', '3e1.1', '8 USC 1326(b)(2)', '--edition', '2018', 'x'], 2),
	verify: (random, files) => random.some(files, 1),
	schema: (random) => random.some(['case', 'result', 'x'], 1),
	completion: (random) => random.some(['bash', 'zsh', 'fish', 'x'], 1),
	help: (random) => random.some(['calc', 'batch', 'x'], 1),
};

/** A command line: of a case, or something near one. Nothing of it reads standard input. */
export function commandLine(random: Random, files: readonly string[]): string[] {
	const command = random.often(55) ? 'calc' : random.pick(Object.keys(wordsOf));
	const words = [command, ...(wordsOf[command] as (typeof wordsOf)['calc'])(random, files)];
	for (let left = random.pick([0, 0, 1, 1, 2]); left > 0; left--) {
		const at = random.below(words.length + 1);
		const change = random.below(5);
		if (change === 0) words.splice(at, 1);
		else if (change === 1) words.splice(at, 0, random.pick(strays));
		else if (change === 2) words.splice(at, 1, random.pick(strays));
		else if (change === 3) words.splice(at, 0, random.pick(words.length > 0 ? words : strays));
		else if (words[at] !== undefined) words[at] = mutatedText(random, words[at] as string);
	}
	if (words[0] === 'batch' && !words.slice(1).some((word) => files.includes(word))) words.push(random.pick(files));
	return words.map((word) => (word === '-' ? 'not-standard-input' : word.replaceAll('\0', '')));
}
