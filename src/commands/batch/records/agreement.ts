// How a recorded range agrees with the one worked out.
import type { Range } from '../../../result/result.ts';

/** How a row's range agrees with the one worked out from its level, category and statutory limits. */
export const agreementClasses = {
	equal: 'the cell of the Sentencing Table',
	trumped: 'the cell after the statutory limits (§5G1.1)',
	'life code': 'one of these, once 470 months are read as life',
	'career offender': 'a career offender: the range of §4B1.1',
	'consecutive term': 'the consecutive term of the row (18 U.S.C. § 924(c), § 1028A) added to both ends',
	unexplained: 'none of these',
	'not recorded': 'the row has no range',
};

export type AgreementClass = keyof typeof agreementClasses;

export interface Agreement {
	class: AgreementClass;
	/** GLMIN and GLMAX, in months. */
	recorded: Partial<Range>;
	/** Where the row has XMINSOR and XMAXSOR: whether they are the cell of the table. */
	tableRangeAgrees?: boolean;
	/** Where the row has ZONE. */
	zoneAgrees?: boolean;
	/** Where the row has TOTCHPTS: whether its category is that of the points. */
	pointsAgree?: boolean;
	/** What a consecutive term adds, in months. */
	consecutiveMonths?: number;
}

/** Fields that a selection may name beside those of the result. */
export const agreementFields = [
	'agreement',
	...['class', 'recorded', 'recorded.minimumMonths', 'recorded.maximumMonths'].map((name) => `agreement.${name}`),
	...['tableRangeAgrees', 'zoneAgrees', 'pointsAgree', 'consecutiveMonths'].map((name) => `agreement.${name}`),
];
