// Warning: the class of the offense rests on a line that was not verified.
import { longDate } from '../../case/dates.ts';
import { inMonths, type Months, monthsInYear } from '../../case/months.ts';
import type { OffenseClass } from '../../case/offense-class.ts';
import type { Provisions } from '../../law/schema.ts';
import type { SupervisedRelease, Warning } from '../../result/result.ts';
import type { ClassFound, OpenClass } from '../statutes/class-of-offense.ts';
import { type ReleaseGrounds, supervisedReleaseOf } from './supervised-release.ts';

/** What hangs on the class where it rests on a line of 18 U.S.C. § 3559(a) that was not read. */
export function openClassWarnings(grounds: ReleaseGrounds): Warning[] {
	const { provisions, penalties } = grounds;
	const { openClass, offenseClass } = penalties;
	if (openClass === undefined || offenseClass === undefined) return [];
	const releaseOf = (other: typeof offenseClass) =>
		supervisedReleaseOf({ ...grounds, penalties: { ...penalties, offenseClass: other } });
	return [openClassWarning(openClass, offenseClass.class, provisions, releaseOf)];
}

/** Names both classes, and what each makes of supervised release and probation. */
function openClassWarning(
	{ offenseClass, line }: OpenClass,
	found: OffenseClass,
	provisions: Provisions,
	releaseOf: (offenseClass: ClassFound) => SupervisedRelease | undefined,
): Warning {
	const { classes, byClass } = provisions['5C1.1'].probationBarred;
	const outcome = (one: ClassFound): string => {
		const term = releaseOf(one)?.term;
		const release =
			term === undefined
				? ''
				: `supervised release of ${span(term.minimumMonths, term.maximumMonths)} (${term.provision}), `;
		const probation = classes.includes(one.class) ? `no probation (${byClass})` : 'its class does not bar probation';
		return `class ${one.class}, ${release}${probation}`;
	};
	const years = (months: Months) => (months === 'life' ? months : `${months / monthsInYear} years`);
	const read = provisions['offense-class'].classes.find((one) => one.class === line.class)?.fromMonths as Months;
	const message = `The maximum at which Class ${line.class} began in ${line.provision} for an offense before ${longDate(line.offensesBefore)} was not verified: ${line.note}. If it was ${years(line.fromMonths)}, as shown: ${outcome({ class: found, provision: line.provision })}. If it was ${years(read)}: ${outcome(offenseClass)}. Check the statute then in force.`;
	return { code: 'statute-unverified', message };
}

const span = (from: Months, to: Months): string => (from === to ? inMonths(to) : `${from} to ${inMonths(to)}`);
