import { Command } from 'commander';
import { longDate } from '../case/dates.ts';
import type { Edition, Law, Provisions } from '../law/schema.ts';
import { print } from './io.ts';

/** `ussg editions`: the editions held; with one, its §2L1.2 enhancements. */
export function editionsCommand(): Command {
	return new Command('editions')
		.description('the editions held; with an edition, its §2L1.2 enhancements with ids and levels')
		.argument('[edition]', 'year or effective date')
		.option('--json', 'as JSON')
		.helpOption('--help', 'this help')
		.allowExcessArguments(false)
		.action(runEditions);
}

async function runEditions(name: string | undefined, _: unknown, command: Command): Promise<void> {
	const options = command.optsWithGlobals();
	const [{ bundledLaw }, { editionNamed, provisionsOf }, { toAscii }] = await Promise.all([
		import('../law/bundled.ts'),
		import('../law/editions.ts'),
		import('../report/words.ts'),
	]);
	if (name === undefined) {
		const { editions } = bundledLaw.editions;
		const text = options['json'] === true ? JSON.stringify(editions) : editionList(bundledLaw);
		return print(`${options['ascii'] === true ? toAscii(text) : text}\n`);
	}
	const edition = editionNamed(bundledLaw, name, 'EDITION');
	const provisions = provisionsOf(bundledLaw, edition.effectiveDate);
	const guideline = provisions['2L1.2'];
	const text =
		options['json'] === true
			? JSON.stringify({ edition, guideline })
			: enhancementList(edition.effectiveDate, guideline);
	return print(`${options['ascii'] === true ? toAscii(text) : text}\n`);
}

function editionList(law: Law): string {
	const line = ({ effectiveDate, kind, amendments, verified }: Edition): string => {
		const amended = amendments === 'original' ? 'original' : `amendments ${amendments}`;
		const short = amended.length > 48 ? `${amended.slice(0, 47)}…` : amended;
		return `  ${effectiveDate}  ${kind.padEnd(10)} ${verified ? short : 'NOT VERIFIED: the edition before it is used'}`;
	};
	return law.editions.editions.map(line).join('\n');
}

function enhancementList(effectiveDate: string, guideline: Provisions['2L1.2']): string {
	const { baseOffenseLevel, characteristics, citation } = guideline;
	const groups = new Set(characteristics.map((characteristic) => characteristic.group));
	const rule =
		groups.size > 1
			? `The greatest in each of ${[...groups].join(', ')} counts, and they are added.`
			: characteristics.length > 1
				? 'One increase: the greatest that applies.'
				: '';
	const lines = characteristics.map(({ id, levels, levelsWithoutPoints, points, description }) => {
		const without =
			levelsWithoutPoints === undefined ? '' : ` (+${levelsWithoutPoints} if the conviction receives no points)`;
		const required = points === 'required' ? ' *' : '';
		return `  ${id.padEnd(10)} ${`+${levels}`.padStart(4)}  ${description}${without}${required}`;
	});
	const note = characteristics.some((characteristic) => characteristic.points === 'required')
		? ['', '  * only convictions that receive criminal history points count (§2L1.2, comment. (n.3))']
		: [];
	return [
		`§2L1.2 in the Guidelines Manual of ${longDate(effectiveDate)} (${citation.authority})`,
		`  ${'base'.padEnd(10)} ${String(baseOffenseLevel.levels).padStart(4)}  ${baseOffenseLevel.provision}`,
		...(lines.length === 0 ? ['  no specific offense characteristics in this edition'] : lines),
		...(rule === '' ? [] : ['', `  ${rule}`]),
		...note,
	].join('\n');
}
