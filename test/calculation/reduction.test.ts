import { describe, expect, test } from 'vitest';
import { calculate, InputError, parseCase } from '../../src/index.ts';

const sentenced = { edition: '2013', baseOffenseLevel: 27, criminalHistoryCategory: 'I', sentenceImposedMonths: 70 };
const order = { amendment: '782', orderDate: '2016-06-01', levels: -2 };
const none = {
	terrorism: false,
	violenceOrThreats: false,
	deathOrSeriousInjury: false,
	sexOffense: false,
	substantialFinancialHardship: false,
	firearmOrWeapon: false,
	individualRights: false,
	hateCrimeOrVulnerableVictim: false,
	aggravatingRole: false,
	continuingCriminalEnterprise: false,
};

function refusal(document: object): { code: string; path: string; message: string } {
	try {
		calculate(parseCase({ ...sentenced, ...document }));
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
		const { sexOffense: _, ...others } = none;
		expect(refusalOf({ zeroPointOffender: others })).toMatchObject({
			code: 'facts-missing',
			path: '/zeroPointOffender/sexOffense',
		});
	});

	test('category I leaves the points open', () => {
		const document = { ...sentenced, edition: '2018', zeroPointOffender: none, reduction };
		expect(refusal(document)).toMatchObject({ code: 'facts-missing', path: '/criminalHistoryPoints' });
	});

	test('a criterion cannot be denied beside its adjustment', () => {
		const adjustments = [{ levels: 2, provision: '§3B1.1(c)' }];
		expect(refusalOf({ adjustments, zeroPointOffender: none })).toMatchObject({
			code: 'disagrees',
			path: '/zeroPointOffender/aggravatingRole',
		});
	});

	test('role without an enterprise: the open question names both outcomes of the reduction', () => {
		const document = { ...zero, zeroPointOffender: { ...none, aggravatingRole: true } };
		const { warnings } = calculate(parseCase(document));
		const message = warnings.find(({ code }) => code === 'role-or-enterprise')?.message;
		expect(message).toContain('not authorized, amended range 70 to 87');
		expect(message).toContain('a reduction authorized, amended range 57 to 71');
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
		['782A', 'give 782'],
		['0782', 'give its number'],
		['0', 'give its number'],
		['999', 'the last one held is 836'],
		['750D', 'give 750A, 750C, 750B'],
	])('an amendment %s, which does not exist', (amendment, remedy) => {
		const found = refusal({ reduction: { ...order, amendment } });
		expect(found).toMatchObject({ code: 'invalid-value', path: '/reduction/amendment' });
		expect(found.message).toContain(`"${amendment}"`);
		expect(found.message).toContain(remedy);
	});

	test('a part of which only a subpart is listed is asked about', () => {
		const found = refusal({ reduction: { ...order, amendment: '821B' } });
		expect(found).toMatchObject({ code: 'facts-missing', path: '/reduction/amendment' });
		expect(found.message).toContain('give 821B1 or 821B2');
	});

	// §1B1.10(d): 821 "parts A and B, subpart 1 only".
	test.each(['821C', '821c', '821 Part C', 'amendment 821, part C', '821B2', '821 Part B, Subpart 2'])(
		'%s is not covered',
		(amendment) => {
			const document = { ...sentenced, edition: '2018', reduction: { amendment, orderDate: '2024-06-01', levels: -2 } };
			const { reduction } = calculate(parseCase(document));
			expect(reduction?.authorized).toBe(false);
			expect(reduction?.reasons[0]).toMatchObject({ provision: '§1B1.10(a)(2)(A)' });
			expect(reduction?.reasons[0]?.description).toContain('only 821A and 821B1');
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
		expect(answer.reduction?.lowestTermMonths).toBe(authorityBelowMinimum ? 100 : 120);
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
			calculate(parseCase({ ...older, reduction: { ...reduction, authorityBelowMinimum } })).reduction
				?.lowestTermMonths;
		// 120 x 125 / 135 is 111.
		expect([lowest(true), lowest(false)]).toEqual([111, 120]);
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
