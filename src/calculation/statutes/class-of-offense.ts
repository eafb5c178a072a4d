// The class of an offense (18 U.S.C. § 3559(a)).
import { compareMonths, inMonths, type Months } from '../../case/months.ts';
import type { OffenseClass } from '../../case/offense-class.ts';
import type { CaseDocument } from '../../case/schema.ts';
import type { Provisions } from '../../law/schema.ts';
import type { Range, Warning } from '../../result/result.ts';
import type { StatutoryLimits } from '../range/guideline-range.ts';

/** The class of an offense (18 U.S.C. § 3559(a)), and the provision that gives it. */
export interface ClassFound {
	class: OffenseClass;
	provision: string;
}

/** The class that the line read in print would give, where the line of the day of the offense was not read and gives another. */
export interface OpenClass {
	offenseClass: ClassFound;
	line: Rule['earlierLines'][number];
}

type Rule = Provisions['offense-class'];
type Line = Rule['classes'][number];

/** The lines between the classes for an offense of `day`. */
export function linesOn({ classes, earlierLines }: Rule, day: string): readonly Line[] {
	const earlier = earlierLines.filter(({ offensesBefore }) => day < offensesBefore);
	if (earlier.length === 0) return classes;
	return classes.map((line) => earlier.find((other) => other.class === line.class) ?? line);
}

/** The class of a statutory maximum, in months; undefined where no line reaches so low. */
export function classOfMaximum(lines: readonly Line[], maximum: Months): ClassFound | undefined {
	const found = lines.find(({ fromMonths }) => compareMonths(maximum, fromMonths) >= 0);
	return found && { class: found.class, provision: found.provision };
}

/** A class that is stated, with the provision of its line. */
export const statedClass = (lines: readonly Line[], stated: OffenseClass, rule: Rule): ClassFound => ({
	class: stated,
	provision: lines.find((line) => line.class === stated)?.provision ?? rule.provision,
});

/** A class that is stated beside a maximum of one count by which it would be another, by whatever line. */
export function statedClassWarnings(
	rule: Rule,
	lines: readonly Line[],
	{ offenseClass: stated, statutoryMaximumMonths: maximum, counts = 1 }: CaseDocument,
): Warning[] {
	const found = maximum === undefined ? undefined : classOfMaximum(lines, maximum);
	if (stated === undefined || maximum === undefined || counts > 1 || !found) return [];
	if ([found, classOfMaximum(rule.classes, maximum)].some((one) => one?.class === stated)) return [];
	const message = `The case gives Class ${stated}, but an offense with a maximum of ${inMonths(maximum)} is Class ${found.class} (${found.provision}), unless its own section classifies it or the maximum covers several counts. The answer uses Class ${stated} for supervised release, probation and fines. Correct it, or give the number of counts.`;
	return [{ code: 'class-not-of-maximum', message }];
}

/** The line of that day which was not read, and the class by the one that was; undefined where both give the same. */
export function otherClassOf(
	{ earlierLines }: Rule,
	lines: readonly Line[],
	found: ClassFound | undefined,
	byLinesRead: ClassFound | undefined,
): OpenClass | undefined {
	const line = earlierLines.find((earlier) => earlier.class === found?.class && lines.includes(earlier));
	if (line === undefined || byLinesRead === undefined || byLinesRead.class === found?.class) return undefined;
	return { offenseClass: byLinesRead, line };
}

interface Classed {
	offenseClass?: ClassFound;
	limits: StatutoryLimits;
}

/** The maximum that every offense of a class stays below, in months; undefined where the class has none, or only life. */
export function boundOfClass(offenseClass: OffenseClass | undefined, { classes }: Rule): number | undefined {
	if (offenseClass === undefined) return undefined;
	const place = classes.findIndex((line) => line.class === offenseClass);
	// The classes that stand in no line are those below the last one.
	const above = (place === -1 ? classes.at(-1) : classes[place - 1])?.fromMonths;
	return above === 'life' ? undefined : above;
}

/** A class is given without the maximum that it rests on, and the range reaches beyond what the class allows. */
export function classWarnings({ limits, offenseClass }: Classed, provisions: Provisions, range: Range): Warning[] {
	const above = boundOfClass(offenseClass?.class, provisions['offense-class']);
	if (limits.maximum !== undefined || above === undefined) return [];
	if (compareMonths(range.maximumMonths, above) < 0) return [];
	const message = `The range reaches ${inMonths(range.maximumMonths)}, but a Class ${offenseClass?.class} offense carries a maximum below ${inMonths(above)} (${offenseClass?.provision}). The case gives no statutory maximum, and one would cap the range below that (§5G1.1). Give the statutory maximum.`;
	return [{ code: 'maximum-of-class', message }];
}
