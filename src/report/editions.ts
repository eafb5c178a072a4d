// The editions, and the enhancements of one, as text.
import { editionWarnings } from '../calculation/which-manual/unverified-edition.ts';
import { longDate } from '../case/dates.ts';
import { provisionsOf } from '../law/editions.ts';
import type { Characteristic, Edition, Law } from '../law/schema.ts';
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

/** The base offense level and the characteristics of §2L1.2 in an edition, with ids and levels. */
export function enhancementList(edition: ChosenEdition, law: Law): string {
	const { effectiveDate } = edition;
	const { baseOffenseLevel, characteristics, citation, pointsRule } = provisionsOf(law, effectiveDate)['2L1.2'];
	const groups = [...new Set(characteristics.map((characteristic) => characteristic.group))];
	const someRequired = characteristics.some((characteristic) => characteristic.points === 'required');
	return [
		`§2L1.2 in the Guidelines Manual of ${longDate(effectiveDate)} (${citation.authority})`,
		`  ${'base'.padEnd(10)} ${String(baseOffenseLevel.levels).padStart(4)}  ${baseOffenseLevel.provision}`,
		...(characteristics.length === 0
			? ['  no specific offense characteristics in this edition']
			: characteristics.flatMap(characteristicLines)),
		...combinationLines(groups, characteristics.length),
		...(someRequired && pointsRule
			? ['', `  * only convictions that receive criminal history points count (${pointsRule.provision})`]
			: []),
		...editionWarnings(edition, law).flatMap(({ message }) => ['', ...wrap(`Warning: ${message}`, screenWidth)]),
	].join('\n');
}

function characteristicLines({ id, levels, levelsWithoutPoints, points, description }: Characteristic): string[] {
	const without =
		levelsWithoutPoints === undefined ? '' : ` (+${levelsWithoutPoints} if the conviction receives no points)`;
	const head = `  ${id.padEnd(10)} ${`+${levels}`.padStart(4)}  `;
	const text = description + without + (points === 'required' ? '\u00a0*' : '');
	return wrap(text, screenWidth - head.length).map(
		(line, index) => (index === 0 ? head : ' '.repeat(head.length)) + line,
	);
}

function combinationLines(groups: string[], characteristics: number): string[] {
	if (groups.length > 1)
		return ['', `  Only the greatest in each of ${groups.join(', ')} applies, and those are added together.`];
	return characteristics > 1 ? ['', '  Only one enhancement applies: the greatest.'] : [];
}
