// The editions, and the enhancements of one, as text.
import { editionWarnings } from '../calculation/which-manual/unverified-edition.ts';
import { longDate } from '../case/dates.ts';
import type { Guideline, GuidelineRow } from '../law/guideline-schema.ts';
import { guidelinesOfPriors, type RowOfGroup, rowsOf } from '../law/guidelines.ts';
import type { Edition, Law } from '../law/schema.ts';
import type { ChosenEdition } from '../result/result.ts';
import { screenWidth, wrap } from './words.ts';

/** The editions held, one a line. */
export function editionList(law: Law): string {
	const line = ({ effectiveDate, kind, amendments, verified }: Edition): string => {
		const amended = amendments === 'original' ? 'original' : `amendments ${amendments}`;
		const short = amended.length > 48 ? `${amended.slice(0, 47)}…` : amended;
		return `  ${effectiveDate}  ${kind.padEnd(10)} ${verified ? short : 'NOT VERIFIED: the program uses the edition before it'}`;
	};
	return law.editions.editions.map(line).join('\n');
}

/** The base offense level and the characteristics of each guideline that counts priors, in an edition, with ids and levels. */
export function enhancementList(edition: ChosenEdition, law: Law): string {
	const lists = guidelinesOfPriors(law, edition.effectiveDate).map((one) => enhancementsOf(one, edition));
	const warnings = editionWarnings(edition, law).flatMap(({ message }) => [
		'',
		...wrap(`Warning: ${message}`, screenWidth),
	]);
	return [...lists.flatMap((lines, index) => (index === 0 ? lines : ['', ...lines])), ...warnings].join('\n');
}

function enhancementsOf(guideline: Guideline, { effectiveDate }: ChosenEdition): string[] {
	const { provision, base, citation, characteristics } = guideline;
	const rows = rowsOf(guideline);
	return [
		`${provision} in the Guidelines Manual of ${longDate(effectiveDate)} (${citation.authority})`,
		...base.rows.map(({ id, levels }) => `  ${'base'.padEnd(10)} ${String(levels).padStart(4)}  ${provision}${id}`),
		...(rows.length === 0
			? ['  no specific offense characteristics in this edition']
			: rows.flatMap(characteristicLines)),
		...combinationLines(
			characteristics.map(({ id }) => id),
			rows.length,
		),
		...pointsNote(guideline),
	];
}

/** What the star behind a characteristic means, where one has it. */
export function pointsNote(guideline: Guideline): string[] {
	const rule = guideline.priors?.pointsRule;
	const isRequired = rowsOf(guideline).some(({ points }) => points === 'required');
	return rule && isRequired
		? ['', `  * only convictions that receive criminal history points count (${rule.provision})`]
		: [];
}

/** What is said of criminal history points behind the words of a characteristic. */
export function withPoints({ description, levelsWithoutPoints, points }: GuidelineRow): string {
	const without =
		levelsWithoutPoints === undefined ? '' : ` (+${levelsWithoutPoints} if the conviction receives no points)`;
	return description + without + (points === 'required' ? '\u00a0*' : '');
}

function characteristicLines(row: RowOfGroup): string[] {
	const { id, levels } = row;
	const head = `  ${id.padEnd(10)} ${`+${levels}`.padStart(4)}  `;
	return wrap(withPoints(row), screenWidth - head.length).map(
		(line, index) => (index === 0 ? head : ' '.repeat(head.length)) + line,
	);
}

function combinationLines(groups: string[], characteristics: number): string[] {
	if (groups.length > 1)
		return ['', `  Only the greatest in each of ${groups.join(', ')} applies, and those are added together.`];
	return characteristics > 1 ? ['', '  Only one enhancement applies: the greatest.'] : [];
}
