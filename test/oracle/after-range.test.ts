import { expect, test } from 'vitest';
import { offenseClasses } from '../../src/case/offense-class.ts';
import { calculate, parseCase } from '../../src/index.ts';
import { bundledLaw } from '../../src/law/bundled.ts';
import {
	coveredAmendments,
	fineRange,
	offenseClass,
	probationTerm,
	safetyValveFloor,
	sentencingOptions,
	specialAssessment,
	supervisedRelease,
} from './after/index.ts';
import { EFFECTIVE_DATES } from './oracle.ts';

/** What the range decides, against the second implementation: every cell or class, in every edition that it holds. */

const answer = (document: object) => calculate(parseCase(document));

test('sentencing options and the term of probation, for every cell', () => {
	for (const edition of EFFECTIVE_DATES) {
		for (let baseOffenseLevel = 1; baseOffenseLevel <= 43; baseOffenseLevel++) {
			for (let criminalHistoryCategory = 1; criminalHistoryCategory <= 6; criminalHistoryCategory++) {
				const { tableRange, sentencingOptions: options } = answer({
					edition,
					baseOffenseLevel,
					criminalHistoryCategory,
				});
				const { minimumMonths, maximumMonths, zone } = tableRange;
				const other = sentencingOptions(edition, { minimumMonths, maximumMonths }, zone);
				const { imprisonment } = options.splitSentence;
				const where = `${edition} ${baseOffenseLevel}/${criminalHistoryCategory}`;
				expect(options.probation.authorized, where).toBe(other.probationAllowed);
				expect(options.probation.confinementMonths !== undefined, where).toBe(other.probationNeedsConfinement);
				if (minimumMonths !== 0) {
					expect(options.splitSentence.authorized, where).toBe(other.splitSentenceAllowed);
					expect(imprisonment ? imprisonment.months + (imprisonment.halfMonth ? 0.5 : 0) : 0, where).toBe(
						other.minimumImprisonmentMonths,
					);
				}
				expect(!options.probation.authorized && !options.splitSentence.authorized, where).toBe(
					other.imprisonmentRequired,
				);
				if (!options.probation.term) continue;
				const { minimumYears, maximumYears } = probationTerm(edition, baseOffenseLevel);
				expect([options.probation.term.minimumMonths, options.probation.term.maximumMonths]).toEqual([
					12 * minimumYears,
					12 * maximumYears,
				]);
			}
		}
	}
});

const orders = {
	required: 'shall',
	'required-if-more-than-one-year': 'shall-above-one-year',
	may: 'may',
	'should-when-warranted': 'should-if-warranted',
	'ordinarily-should-not': 'ordinarily-not',
};

test('supervised release, for every class, statutory minimum and sentence', () => {
	const classes = ['A', 'B', 'C', 'D', 'E', 'A-misdemeanor'] as const;
	for (const edition of EFFECTIVE_DATES) {
		for (const offense of classes) {
			for (const statutoryMinimumYears of [0, 1, 2, 3, 4, 5, 10]) {
				for (const imprisonmentMonths of [undefined, 12, 13]) {
					for (const deportable of [undefined, false, true]) {
						const facts = {
							statutoryMinimumYears,
							...(imprisonmentMonths === undefined ? {} : { imprisonmentMonths }),
							...(deportable === undefined ? {} : { deportable }),
						};
						const { supervisedRelease: mine } = answer({
							edition,
							baseOffenseLevel: 13,
							criminalHistoryCategory: 'I',
							offenseClass: offense,
							supervisedReleaseMinimumMonths: 12 * statutoryMinimumYears,
							...(imprisonmentMonths === undefined ? {} : { sentenceImposedMonths: imprisonmentMonths }),
							...(deportable === undefined ? {} : { deportable }),
						});
						// A Class A misdemeanor carries a year at most (18 U.S.C. § 3559(a)(6)); the oracle knows no maximums.
						const longest = offense === 'A-misdemeanor' ? { imprisonmentMonths: 12 } : {};
						const other = supervisedRelease(edition, offense, { ...longest, ...facts });
						const where = `${edition} ${offense} ${JSON.stringify(facts)}`;
						expect(mine?.order, where).toBe(orders[other.imposition]);
						expect([mine?.term.minimumMonths, mine?.term.maximumMonths], where).toEqual([
							12 * other.minimumYears,
							12 * other.maximumYears,
						]);
					}
				}
			}
		}
	}
});

test('fines, for every level and the offense dates around November 1, 2015', () => {
	for (const edition of EFFECTIVE_DATES) {
		for (let baseOffenseLevel = 1; baseOffenseLevel <= 43; baseOffenseLevel++) {
			for (const offenseDate of [undefined, '2015-10-31', '2015-11-01']) {
				const { fine } = answer({ edition, baseOffenseLevel, criminalHistoryCategory: 'I', offenseDate });
				const other = fineRange(edition, baseOffenseLevel, offenseDate);
				const mine = [fine.minimumDollars, fine.maximumDollars, fine.note?.includes('gain') ?? false];
				const theirs = [other.minimumDollars, other.maximumDollars, other.gainOrLossCanRaiseIt];
				expect(mine, `${edition} ${baseOffenseLevel} ${offenseDate}`).toEqual(theirs);
			}
		}
	}
});

test('special assessments, for every class and the days around each change', () => {
	for (const offenseDate of ['1987-11-01', '1988-11-17', '1988-11-18', '1996-04-23', '1996-04-24', '2024-01-01']) {
		for (const offense of offenseClasses) {
			const { specialAssessment: mine } = answer({
				edition: '2024',
				baseOffenseLevel: 10,
				criminalHistoryCategory: 'I',
				offenseDate,
				offenseClass: offense,
			});
			expect(mine?.dollarsPerCount ?? null, `${offenseDate} ${offense}`).toBe(
				specialAssessment(offenseDate, offense).dollars,
			);
		}
	}
});

test('the class of an offense by its maximum', () => {
	for (const statutoryMaximumMonths of [7, 12, 13, 24, 59, 60, 119, 120, 240, 299, 300, 480, 'life'] as const) {
		const { supervisedRelease: mine } = answer({
			edition: '2024',
			baseOffenseLevel: 10,
			criminalHistoryCategory: 'I',
			statutoryMaximumMonths,
		});
		expect(mine?.offenseClass, String(statutoryMaximumMonths)).toBe(offenseClass(statutoryMaximumMonths));
	}
});

test('the floors of the safety valve', () => {
	// Before September 23, 1994 it relieves nobody, and is refused.
	for (const edition of EFFECTIVE_DATES.filter((one) => one >= '1994-09-23')) {
		for (const statutoryMinimumMonths of [24, 59, 60, 120, 'life'] as const) {
			const { relief } = answer({
				edition,
				baseOffenseLevel: 10,
				criminalHistoryCategory: 'I',
				criminalHistoryPoints: 0,
				statutoryMinimumMonths,
				statutoryMinimumRelief: 'safety-valve',
			});
			const floor = relief?.leastLevel
				? { level: relief.leastLevel.level }
				: relief?.leastRange
					? { range: [relief.leastRange.minimumMonths, relief.leastRange.maximumMonths] }
					: null;
			expect(floor, `${edition} ${statutoryMinimumMonths}`).toEqual(safetyValveFloor(edition, statutoryMinimumMonths));
		}
	}
});

test('the amendments that §1B1.10 lists, edition by edition', () => {
	for (const edition of EFFECTIVE_DATES) {
		const theirs = coveredAmendments(edition).amendments.map(({ amendment, ordersEffectiveFrom }) => [
			amendment,
			ordersEffectiveFrom,
		]);
		const mine = bundledLaw.tables['covered-amendments']
			.filter(({ effectiveDate }) => effectiveDate <= edition)
			.flatMap(({ amendments }) => amendments)
			.map(({ id, ordersFrom }) => [Number.parseInt(id, 10), ordersFrom?.date ?? null] as const)
			.sort(([one], [other]) => one - other);
		const once = mine.filter(([number], index) => number !== mine[index - 1]?.[0]);
		expect(once, edition).toEqual(theirs.sort(([one], [other]) => Number(one) - Number(other)));
	}
});
