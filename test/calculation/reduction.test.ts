import { describe, expect, test } from 'vitest';
import { calculate as calculateUnder } from '../../src/calculation/calculate.ts';
import { calculate, InputError, parseCase } from '../../src/index.ts';
import { bundledLaw } from '../../src/law/bundled.ts';
import { verifiedEditions } from '../../src/law/editions.ts';
import { notHeldFrom } from '../law/not-held.ts';
import { noneInTheWay } from './criteria.ts';

const sentenced = { edition: '2013', baseOffenseLevel: 27, criminalHistoryCategory: 'I', sentenceImposedMonths: 70 };
const order = { amendment: '782', orderDate: '2016-06-01', levels: -2 };

/** Its last amendment is 836, of November 1, 2025. */
const law = notHeldFrom('2026-11-01');

function refusal(document: object): { code: string; path: string; message: string } {
	try {
		calculateUnder(parseCase({ ...sentenced, ...document }), law);
	} catch (error) {
		if (error instanceof InputError) return { code: error.code, path: error.path, message: error.message };
		throw error;
	}
	throw new Error('was answered');
}

describe('the decrease for zero-point offenders reaches back only to those who meet §4C1.1', () => {
	const { criminalHistoryCategory: _, ...rest } = sentenced;
	const reduction = { amendment: '821B1', orderDate: '2024-06-01' };
	const zero = { ...rest, edition: '2018', criminalHistoryPoints: 0, reduction };
	const refusalOf = (document: object) => refusal({ criminalHistoryCategory: undefined, ...zero, ...document });

	test('each criterion is asked for', () => {
		expect(refusalOf({})).toMatchObject({ code: 'facts-missing', path: '/zeroPointOffender' });
		const { sexOffense: _, ...others } = noneInTheWay;
		expect(refusalOf({ zeroPointOffender: others })).toMatchObject({
			code: 'facts-missing',
			path: '/zeroPointOffender/sexOffense',
		});
	});

	test('category I leaves the points open', () => {
		const document = { ...sentenced, edition: '2018', zeroPointOffender: noneInTheWay, reduction };
		expect(refusal(document)).toMatchObject({ code: 'facts-missing', path: '/criminalHistoryPoints' });
	});

	test('a criterion cannot be denied beside its adjustment', () => {
		const adjustments = [{ levels: 2, provision: '§3B1.1(c)' }];
		expect(refusalOf({ adjustments, zeroPointOffender: noneInTheWay })).toMatchObject({
			code: 'disagrees',
			path: '/zeroPointOffender/aggravatingRole',
		});
	});

	test('role without an enterprise: the open question names both outcomes of the reduction', () => {
		const document = { ...zero, zeroPointOffender: { ...noneInTheWay, aggravatingRole: true } };
		const { warnings } = calculate(parseCase(document));
		const message = warnings.find(({ code }) => code === 'role-or-enterprise')?.message;
		expect(message).toContain('not authorized, amended range 70 to 87');
		expect(message).toContain('reduction authorized, amended range 57 to 71');
	});
});

test('an amendment before the sentence has not subsequently lowered the range, also where an older Manual was used', () => {
	const document = { ...sentenced, sentencingDate: '2015-01-15', reduction: order };
	const { reduction } = calculate(parseCase(document));
	expect(reduction).toMatchObject({ authorized: false, reasons: [{ provision: '§1B1.10(a)(1)' }] });
});

describe('what no law holds is refused', () => {
	test('an order before the sentence', () => {
		const document = { edition: undefined, sentencingDate: '2016-07-01', reduction: order };
		expect(refusal(document)).toMatchObject({ code: 'disagrees', path: '/reduction/orderDate' });
	});

	test.each([
		['782A', 'Give 782'],
		['0782', 'Give its number'],
		['0', 'Give its number'],
		['837', 'is not held: the last amendment held is 836'],
		['999', 'is not held: the last amendment held is 836'],
		['750D', 'Give 750A, 750C, 750B'],
	])('an amendment %s, which is not held', (amendment, remedy) => {
		const found = refusal({ reduction: { ...order, amendment } });
		expect(found).toMatchObject({ code: 'invalid-value', path: '/reduction/amendment' });
		expect(found.message).toContain(`"${amendment}"`);
		expect(found.message).toContain(remedy);
	});

	test('an amendment between those held is not held, and its neighbors are named', () => {
		const added = {
			effectiveDate: '2031-11-01',
			kind: 'november' as const,
			amendments: '900-904',
			citation: 'made up for a test',
			verified: true,
		};
		const editions = { ...bundledLaw.editions, editions: [...verifiedEditions(bundledLaw), added] };
		const law = { ...bundledLaw, editions };
		const document = parseCase({ ...sentenced, reduction: { ...order, amendment: '850' } });
		expect(() => calculateUnder(document, law)).toThrow(
			'"850" is not held: the nearest amendments held are 836 and 900.',
		);
	});

	test('a part of which only a subpart is listed is asked about', () => {
		const found = refusal({ reduction: { ...order, amendment: '821B' } });
		expect(found).toMatchObject({ code: 'facts-missing', path: '/reduction/amendment' });
		expect(found.message).toContain('Give 821B1 or 821B2');
	});

	// §1B1.10(d): 821 "parts A and B, subpart 1 only".
	test.each(['821C', '821c', '821 Part C', 'amendment 821, part C', '821B2', '821 Part B, Subpart 2'])(
		'%s is not covered',
		(amendment) => {
			const document = { ...sentenced, edition: '2018', reduction: { amendment, orderDate: '2024-06-01', levels: -2 } };
			const { reduction } = calculate(parseCase(document));
			expect(reduction?.authorized).toBe(false);
			expect(reduction?.reasons[0]).toMatchObject({ provision: '§1B1.10(a)(2)(A)' });
			expect(reduction?.reasons[0]?.description).toContain('ever listed are 821A and 821B1');
		},
	);

	test.each(['821A', '821 Part A', 'Amendment 821 (Part A)'])('%s is covered', (amendment) => {
		const reduction = { amendment, orderDate: '2024-06-01', criminalHistoryCategory: 'I' };
		const document = {
			...sentenced,
			edition: '2018',
			criminalHistoryCategory: 'II',
			sentenceImposedMonths: 78,
			reduction,
		};
		expect(calculate(parseCase(document)).reduction).toMatchObject({ authorized: true, amendment: { id: '821A' } });
	});

	test('a part that exists and is not listed is answered', () => {
		const document = { ...sentenced, edition: '2009', reduction: { ...order, amendment: '750B' } };
		const { reduction } = calculate(parseCase(document));
		expect(reduction).toMatchObject({ authorized: false, amendment: { listed: false } });
	});
});

test('a sentence is compared without the consecutive term, and that is said', () => {
	const armed = { ...sentenced, statutes: ['21:841(b)(1)(C)', '18:924(c)(1)(A)(i)'], offenseDate: '2012-12-01' };
	const codes = (document: object) => calculate(parseCase(document)).warnings.map(({ code }) => code);
	expect(codes({ ...armed, reduction: order })).toContain('reduction-consecutive-term');
	expect(codes({ ...armed, statutes: ['21:841(b)(1)(C)'], reduction: order })).not.toContain(
		'reduction-consecutive-term',
	);
});

describe('substantial assistance with a statutory minimum (§1B1.10(c))', () => {
	const minimum = { baseOffenseLevel: 33, statutoryMinimumMonths: 120 };

	test('a sentence not below the minimum leaves the authority to go below it open', () => {
		const reduction = { ...order, substantialAssistance: true };
		expect(refusal({ ...minimum, sentenceImposedMonths: 125, reduction })).toMatchObject({
			code: 'facts-missing',
			path: '/reduction/authorityBelowMinimum',
		});
	});

	test.each([
		['with it the amended range is that of the table', true, 108],
		['without it the minimum stays in the amended range', false, 120],
	])('%s', (_, authorityBelowMinimum, lowEnd) => {
		const reduction = { ...order, substantialAssistance: true, authorityBelowMinimum };
		const answer = calculate(parseCase({ ...sentenced, ...minimum, sentenceImposedMonths: 125, reduction }));
		expect(answer.reduction?.amended.range).toEqual({ minimumMonths: lowEnd, maximumMonths: 135 });
		expect(answer.reduction?.originalRange).toEqual({ minimumMonths: 135, maximumMonths: 168 });
		// As far below 108 as 125 was below 135 (§1B1.10(b)(2)(B)): 100. Without § 3553(e) no term below 120 (18 U.S.C. § 3553(e)).
		const { comparableTermMonths, lowestTermMonths } = answer.reduction ?? {};
		expect([comparableTermMonths, lowestTermMonths]).toEqual(
			authorityBelowMinimum ? [100, undefined] : [undefined, 120],
		);
	});

	test('without a statutory minimum there is nothing for it to change', () => {
		const reduction = { ...order, substantialAssistance: true, authorityBelowMinimum: true };
		const document = { ...sentenced, baseOffenseLevel: 33, statutoryMaximumMonths: 120, sentenceImposedMonths: 110 };
		const answer = calculate(parseCase({ ...document, reduction }));
		expect(answer.reduction?.amended.range).toEqual({ minimumMonths: 108, maximumMonths: 120 });
	});

	test('under a policy statement without that rule, the authority still decides whether a term may fall below', () => {
		const older = { ...sentenced, ...minimum, edition: '2009', sentenceImposedMonths: 125 };
		const reduction = { amendment: '750A', orderDate: '2012-01-05', levels: -2, substantialAssistance: true };
		expect(refusal({ ...older, reduction })).toMatchObject({ path: '/reduction/authorityBelowMinimum' });
		const lowest = (authorityBelowMinimum: boolean) =>
			calculate(parseCase({ ...older, reduction: { ...reduction, authorityBelowMinimum } })).reduction;
		// 120 x 125 / 135 is 111.
		expect([lowest(true)?.comparableTermMonths, lowest(false)?.lowestTermMonths]).toEqual([111, 120]);
	});

	test('it is no other than the motion and the sentence say', () => {
		const disagreeing = { code: 'disagrees', path: '/reduction/authorityBelowMinimum' };
		const without = { ...order, substantialAssistance: false, authorityBelowMinimum: true };
		expect(refusal({ ...minimum, sentenceImposedMonths: 125, reduction: without })).toMatchObject(disagreeing);
		const below = { ...order, substantialAssistance: true, authorityBelowMinimum: false };
		expect(refusal({ ...minimum, sentenceImposedMonths: 101, reduction: below })).toMatchObject(disagreeing);
	});

	test('a sentence below it asks whether it was for assistance', () => {
		expect(refusal({ ...minimum, sentenceImposedMonths: 101, reduction: order })).toMatchObject({
			code: 'facts-missing',
			path: '/reduction/substantialAssistance',
		});
	});
});

describe('substantial assistance where the minimum is life (§1B1.10(b)(2)(B), exception to (A))', () => {
	const assisted = { ...order, substantialAssistance: true };
	const life = { ...sentenced, baseOffenseLevel: 43, sentenceImposedMonths: 240 };

	test.each([
		['range', life, assisted, 324],
		[
			'statutory minimum',
			{ ...life, baseOffenseLevel: 42, statutoryMinimumMonths: 'life' },
			{ ...assisted, authorityBelowMinimum: true },
			292,
		],
	])('%s of life: authorized, the extent for the court', (_, document, reduction, amendedMinimum) => {
		const answer = calculate(parseCase({ ...document, reduction }));
		expect(answer.reduction).toMatchObject({
			authorized: true,
			originalRange: { minimumMonths: 'life' },
			amended: { range: { minimumMonths: amendedMinimum } },
		});
		expect(answer.reduction).not.toHaveProperty('lowestTermMonths');
		expect(answer.reduction?.reasons).toContainEqual(expect.objectContaining({ provision: '§1B1.10(b)(2)(B)' }));
		expect(answer.reduction?.reasons).not.toContainEqual(expect.objectContaining({ provision: '§1B1.10(b)(2)(A)' }));
		const warning = answer.warnings.find(({ code }) => code === 'reduction-comparable-unknown');
		expect(warning?.message).toContain(`amended minimum of ${amendedMinimum} months (§1B1.10(b)(2)(B))`);
	});

	test('the time served is still a floor (§1B1.10(b)(2)(C))', () => {
		const answer = calculate(parseCase({ ...life, reduction: { ...assisted, timeServedMonths: 100 } }));
		expect(answer.reduction).toMatchObject({ authorized: true, lowestTermMonths: 100 });
		expect(answer.reduction).not.toHaveProperty('comparableTermMonths');
	});

	test('so is a statutory minimum that no motion lifted (18 U.S.C. § 3553(e))', () => {
		const reduction = { ...assisted, authorityBelowMinimum: false };
		const answer = calculate(parseCase({ ...life, statutoryMinimumMonths: 120, reduction }));
		expect(answer.reduction).toMatchObject({ authorized: true, lowestTermMonths: 120 });
	});

	test('without assistance the sentence may not fall below the amended minimum (§1B1.10(b)(2)(A))', () => {
		const answer = calculate(parseCase({ ...life, reduction: { ...order, substantialAssistance: false } }));
		expect(answer.reduction?.authorized).toBe(false);
		expect(answer.warnings.map(({ code }) => code)).not.toContain('reduction-comparable-unknown');
	});
});

describe('the circuits divided on the minimum in the amended range, until amendment 780', () => {
	const assisted = { amendment: '750A', substantialAssistance: true, authorityBelowMinimum: true };
	const answer = (document: object, reduction: object) => {
		const { edition, criminalHistoryCategory } = { ...sentenced, edition: '2009' };
		const given = { edition, criminalHistoryCategory, ...document, reduction: { ...assisted, ...reduction } };
		const result = calculate(parseCase(given));
		const warning = result.warnings.find(({ code }) => code === 'minimum-after-assistance');
		return { reduction: result.reduction, message: warning?.message };
	};
	const golden = { baseOffenseLevel: 39, statutoryMinimumMonths: 240, sentenceImposedMonths: 160 };
	const joiner = {
		baseOffenseLevel: 29,
		criminalHistoryCategory: 'V',
		statutoryMinimumMonths: 240,
		sentenceImposedMonths: 96,
	};

	// App. C, amend. 780, reason for amendment: 262-327, 160 months (39 percent less), amended 168-210 or 240.
	test('an original range above the minimum: Golden against Wren', () => {
		const { reduction, message } = answer(golden, { levels: -4, orderDate: '2014-03-01' });
		expect(reduction).toMatchObject({
			originalRange: { minimumMonths: 262, maximumMonths: 327 },
			amended: { tableRange: { minimumMonths: 168, maximumMonths: 210 }, range: { minimumMonths: 240 } },
			authorized: true,
			// 240 x 160 / 262
			comparableTermMonths: 147,
		});
		expect(message).toMatch(
			/If it is \(United States v\. Golden.*as shown: .*amended range 240 months, comparable term about 147 months/,
		);
		// 168 x 160 / 262
		expect(message).toMatch(
			/If it is not \(United States v\. Wren.*amended range 168 to 210 months, comparable term about 103 months/,
		);
		expect(message).toContain('amend. 780');
	});

	// The same: 140-175 with a minimum of 240, 96 months (60 percent less), amended 110-137: not lowered, or to 44 months.
	test('an original range at the minimum: Glover, Joiner and Johnson against Savani and In re Sealed Case', () => {
		const { reduction, message } = answer(joiner, { levels: -3, orderDate: '2013-12-02' });
		expect(reduction).toMatchObject({
			originalRange: { minimumMonths: 240, maximumMonths: 240 },
			amended: { tableRange: { minimumMonths: 110, maximumMonths: 137 }, range: { minimumMonths: 240 } },
			lowersRange: false,
			authorized: false,
		});
		expect(message).toMatch(/as shown: .*reduction not authorized, amended range 240 months/);
		expect(message).toMatch(/reduction authorized, amended range 110 to 137 months, comparable term about 44 months/);
	});

	test('below a minimum of life the other outcome has no figure', () => {
		const document = { baseOffenseLevel: 34, statutoryMinimumMonths: 'life', sentenceImposedMonths: 90 };
		const { message } = answer(document, { levels: -2, orderDate: '2014-03-01' });
		expect(message).toContain(
			'authorized, amended range 121 to 151 months, and a lower comparable term, which the court decides',
		);
	});

	// §1B1.10, comment. (n.4(B)), gives these ranges and 65 months, since November 1, 2014.
	test('the last day of the question, and the first of its answer', () => {
		const document = { baseOffenseLevel: 34, acceptance: 3, statutoryMinimumMonths: 120, sentenceImposedMonths: 90 };
		const before = answer(document, { levels: -2, orderDate: '2014-10-31' });
		expect(before.reduction?.authorized).toBe(false);
		expect(before.message).toContain(
			'reduction authorized, amended range 87 to 108 months, comparable term about 65 months',
		);
		const after = answer(document, { levels: -2, orderDate: '2014-11-01' });
		expect(after.reduction).toMatchObject({ authorized: true, comparableTermMonths: 65 });
		expect(after.reduction).not.toHaveProperty('lowestTermMonths');
		expect(after.message).toBeUndefined();
	});

	// §1B1.10(a)(2)(A): what is not listed that day bears no reduction, whichever way the minimum is read.
	test.each([
		['750A', '2011-10-31'],
		['742', '2014-03-01'],
	])('no question where the amendment bears no order: %s, %s', (amendment, orderDate) => {
		const { reduction, message } = answer(golden, { amendment, levels: -4, orderDate });
		expect([reduction?.authorized, message]).toEqual([false, undefined]);
	});

	// The decisions that amend. 780 names are of 2012 and 2013: of the text of November 1, 2011 (amend. 759).
	test('an order under an earlier text is told so', () => {
		const order = { amendment: '706', levels: -4, orderDate: '2010-06-01' };
		const { message } = answer({ ...golden, edition: '2006' }, order);
		expect(message).toContain('over the text of November 1, 2011, until amendment 780. Earlier texts are also silent');
	});

	test('no question where the motion gave no authority, or where no minimum reaches the amended range', () => {
		const within = { ...golden, sentenceImposedMonths: 250 };
		const reduction = { levels: -4, orderDate: '2014-03-01', authorityBelowMinimum: false };
		expect(answer(within, reduction).message).toBeUndefined();
		const lower = { ...golden, statutoryMinimumMonths: 120, sentenceImposedMonths: 100 };
		expect(answer(lower, { levels: -4, orderDate: '2014-03-01' }).message).toBeUndefined();
	});
});

test('more time served than the sentence imposed is a contradiction', () => {
	const contradicting = { reduction: { ...order, timeServedMonths: 71 } };
	const found = refusal(contradicting);
	expect(found).toMatchObject({ code: 'disagrees', path: '/reduction/timeServedMonths' });
	expect(found.message).toContain('71 months, is longer than the sentence imposed, 70');
	// §1B1.10(b)(2)(C): a sentence served to its end leaves nothing to reduce, and contradicts nothing.
	const served = calculate(parseCase({ ...sentenced, reduction: { ...order, timeServedMonths: 70 } }));
	expect(served.reduction?.authorized).toBe(false);
});

test('one month is one month', () => {
	// §1B1.10(c) of 1989: the top must fall by six months; levels 3 and 2 are 0-3 and 0-2.
	const document = { ...sentenced, edition: '1988', baseOffenseLevel: 3, sentenceImposedMonths: 2 };
	const reduction = { amendment: '126', orderDate: '1990-11-01', levels: -1 };
	const { reduction: answer } = calculate(parseCase({ ...document, reduction }));
	expect(answer?.reasons[0]?.description).toBe('the top of the range falls by 1 month, but it must fall by at least 6');
});

// Koons v. United States, 584 U.S. 700 (June 4, 2018): the range of each petitioner lay below the statutory minimum, which
// superseded it; a sentence below that minimum for substantial assistance is not "based on" a range later lowered.
describe('a range that the statutory minimum took the place of (§5G1.1(b))', () => {
	const displaced = { ...sentenced, baseOffenseLevel: 25, statutoryMinimumMonths: 120, sentenceImposedMonths: 90 };
	const ordered = (orderDate: string, more: object = {}, document: object = {}) =>
		calculate(
			parseCase({
				...displaced,
				...document,
				reduction: { ...order, orderDate, substantialAssistance: true, authorityBelowMinimum: true, ...more },
			}),
		);
	const question = (answer: ReturnType<typeof ordered>) =>
		answer.warnings.find(({ code }) => code === 'range-displaced-by-minimum')?.message;

	test.each(['2018-06-04', '2019-03-01'])('an order of %s is not authorized', (orderDate) => {
		const answer = ordered(orderDate);
		expect(answer.reduction).toMatchObject({ authorized: false, reasons: [{ provision: '18 U.S.C. § 3582(c)(2)' }] });
		expect(answer.reduction?.reasons[0]?.description).toContain('Koons v. United States, 584 U.S. 700 (2018)');
		expect(answer.reduction).not.toHaveProperty('lowestTermMonths');
		expect(question(answer)).toBeUndefined();
	});

	// Before it courts were divided: 850 F.3d 973 (8th Cir. 2017) against Williams, 808 F.3d 253 (4th Cir. 2015).
	test('an order before it names both outcomes', () => {
		const message = question(ordered('2018-06-03'));
		expect(message).toMatch(/it was not.*Koons.*reduction not authorized/);
		// As far below 46 as 90 was below 120: 35 (18 U.S.C. § 3553(e), §1B1.10(b)(2)(B)).
		expect(message).toMatch(/Williams, 808 F.3d 253.*reduction authorized, amended range 46 to 57 months.*35 months/);
	});

	// The safety valve lifts the minimum from the range (§5C1.2), so that the range of level 25 is lowered to that of 23.
	test('what let the court go below the minimum is asked, and decides', () => {
		const document = { ...displaced, reduction: { ...order, orderDate: '2019-03-01' } };
		expect(refusal(document)).toMatchObject({ code: 'facts-missing', path: '/statutoryMinimumRelief' });
		const answer = (statutoryMinimumRelief: string) =>
			calculate(parseCase({ ...document, statutoryMinimumRelief })).reduction;
		expect(answer('substantial-assistance')?.authorized).toBe(false);
		expect(answer('safety-valve')).toMatchObject({ authorized: true, lowestTermMonths: 46 });
	});

	test.each([119, 120, 121])(
		'a sentence of %d months, with authority to go below the minimum, is not based on it either',
		(sentenceImposedMonths) => {
			const answer = ordered('2019-03-01', {}, { sentenceImposedMonths });
			expect(answer.reduction).toMatchObject({ authorized: false, reasons: [{ provision: '18 U.S.C. § 3582(c)(2)' }] });
			expect(question(ordered('2018-06-03', {}, { sentenceImposedMonths }))).toMatch(/it was not.*Koons/);
		},
	);

	// §1B1.10, comment. (n.4(B)): 108-135 restricted to 120-135 under §5G1.1(c)(2) stays a range.
	test('a range of which only the low end was raised is as before', () => {
		const answer = ordered('2019-03-01', {}, { baseOffenseLevel: 31 });
		expect(answer.reduction?.authorized).toBe(true);
		expect(question(answer)).toBeUndefined();
	});
});

describe('an order before the day from which it may take effect', () => {
	const reasons = (amendment: string, orderDate: string, document: object = {}) => {
		const reduction = { ...order, amendment, orderDate };
		return calculate(parseCase({ ...sentenced, ...document, reduction })).reduction?.reasons ?? [];
	};

	// §1B1.10, comment. (n.6), (n.7): "does not preclude the court from ... entering orders ... before November 1, 2015 [February 1,
	// 2024], provided that any order ... has an effective date of" that day "or later".
	test.each([
		['782', '2015-06-01', '(e)(1)', 'November 1, 2015', 'n.6', {}],
		['821A', '2023-12-15', '(e)(2)', 'February 1, 2024', 'n.7', { edition: '2018' }],
	])(
		'amendment %s on %s: it may be entered if it takes effect later',
		(amendment, day, paragraph, first, note, document) => {
			const [reason] = reasons(amendment, day, document);
			expect(reason?.provision).toBe(`§1B1.10${paragraph}`);
			expect(reason?.description).toContain(`may not take effect before ${first}`);
			expect(reason?.description).toContain(
				`The court may enter it earlier if it takes effect then or later (§1B1.10, comment. (${note}))`,
			);
		},
	);

	// Subsection (e) came with amend. 788 on November 1, 2014; (e)(2) with amend. 825 on November 1, 2023.
	test.each([
		['782', '2014-10-31', {}],
		['782', '1990-03-01', { edition: '1988' }],
		['821A', '2023-10-31', { edition: '2018' }],
	])('amendment %s on %s: a text without that paragraph is not cited for it', (amendment, day, document) => {
		const provisions = reasons(amendment, day, document).map(({ provision }) => provision);
		expect(provisions.length).toBeGreaterThan(0);
		expect(provisions.filter((provision) => provision.startsWith('§1B1.10(e)'))).toEqual([]);
	});
});

// §1B1.10(b)(2)(B): a comparable reduction "may be appropriate"; (b)(2)(C): "In no event may the reduced term ... be less than the
// term of imprisonment the defendant has already served".
test.each([
	[undefined, { comparableTermMonths: 41 }],
	[30, { comparableTermMonths: 41, lowestTermMonths: 30 }],
	[45, { lowestTermMonths: 45 }],
])('a comparable term is no floor, the time served is: %s months', (timeServedMonths, expected) => {
	// §1B1.10, comment. (n.3): 70-87, 56 months for substantial assistance, amended 51-63: 41 months.
	const served = timeServedMonths === undefined ? {} : { timeServedMonths };
	const reduction = { ...order, levels: -3, substantialAssistance: true, ...served };
	const answer = calculate(parseCase({ ...sentenced, sentenceImposedMonths: 56, reduction })).reduction;
	const { comparableTermMonths, lowestTermMonths } = answer ?? {};
	expect(answer?.authorized).toBe(true);
	expect(JSON.parse(JSON.stringify({ comparableTermMonths, lowestTermMonths }))).toEqual(expected);
});

// 18 U.S.C. § 3582(c)(2) reduces a sentence already imposed; none is imposed under a Manual before it takes effect (§1B1.11(a)).
test.each([
	['2018', '2016-01-01', true],
	['2018', '2018-11-01', false],
	['2013', '2016-06-01', false],
])('sentenced under the Manual of %s, an order of %s: told %s', (edition, orderDate, expected) => {
	const { warnings } = calculate(parseCase({ ...sentenced, edition, reduction: { ...order, orderDate } }));
	expect(warnings.some(({ code }) => code === 'reduction-before-edition')).toBe(expected);
});

describe('a statutory minimum that nothing lifted binds the reduced term too (18 U.S.C. § 3582(c)(2), §5G1.1)', () => {
	const before1997 = { criminalHistoryCategory: 'I', statutoryMinimumMonths: 120 };

	test('before November 27, 1991 the drop of the top does not reach below it', () => {
		const document = { ...before1997, edition: '1988', baseOffenseLevel: 31, sentenceImposedMonths: 125 };
		const reduction = { amendment: '126', levels: -4, orderDate: '1991-12-01', substantialAssistance: false };
		expect(calculate(parseCase({ ...document, reduction })).reduction).toMatchObject({
			authorized: true,
			lowestTermMonths: 120,
		});
	});

	test('from 1994 to 1997, when no other limit stood, a sentence at it cannot fall', () => {
		const document = { ...before1997, edition: '1993', baseOffenseLevel: 31, sentenceImposedMonths: 120 };
		const reduction = { amendment: '505', levels: -2, orderDate: '1996-01-15', substantialAssistance: false };
		expect(calculate(parseCase({ ...document, reduction })).reduction).toMatchObject({ authorized: false });
	});
});

// §1B1.10, comment. (n.3), from November 1, 1997 (App. C, amend. 548) to March 2, 2008 (amend. 712): a downward departure alone.
test.each([
	['2007-12-15', 'this policy statement allows no term below the amended minimum'],
	['2008-03-03', 'a further reduction generally would not be appropriate'],
])('a sentence below the range by variance, order of %s', (orderDate, words) => {
	const document = { ...sentenced, edition: '2006', sentenceImposedMonths: 56 };
	const reduction = { amendment: '702', levels: -2, orderDate, substantialAssistance: false };
	const reasons = calculate(parseCase({ ...document, reduction })).reduction?.reasons ?? [];
	expect(reasons.map(({ description }) => description).join('; ')).toContain(words);
});

// §1B1.10(b)(1): only the amendments listed are substituted. Amendment 742 is not.
test('an amendment that is not listed leaves the amended range as it was', () => {
	const document = {
		edition: '2008',
		baseOffenseLevel: 20,
		acceptance: 3,
		criminalHistoryCategory: 'IV',
		sentenceImposedMonths: 37,
	};
	const reduction = { amendment: '742', orderDate: '2012-06-01', criminalHistoryCategory: 'III' };
	const answer = calculate(parseCase({ ...document, reduction })).reduction;
	expect(answer).toMatchObject({ authorized: false, amended: { range: { minimumMonths: 37, maximumMonths: 46 } } });
});

test('where the whole sentence is served, nothing is asked', () => {
	const document = { ...sentenced, sentenceImposedMonths: 56 };
	const reduction = { ...order, timeServedMonths: 56 };
	expect(calculate(parseCase({ ...document, reduction })).reduction?.authorized).toBe(false);
});
