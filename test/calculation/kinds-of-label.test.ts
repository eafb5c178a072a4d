import { describe, expect, test } from 'vitest';
import { suggestedBy } from '../../src/calculation/criminal-history/kinds-of-label.ts';
import { kinds as known } from '../../src/case/facts-schema.ts';
import { bundledLaw } from '../../src/law/bundled.ts';
import { answer, caseWith, codesOf, increaseOf, prior, refusal } from './rap-sheet.ts';

const [labels] = bundledLaw.tables['prior-labels'];
if (!labels) throw new Error('no table of labels');
const kindsIn = (label: string): string[] => [...new Set(suggestedBy(label, labels).map(({ kind }) => kind))].sort();
const code = 'kinds-of-label';
const messageOf = (document: unknown) => answer(document).warnings.find((each) => each.code === code)?.message;

/** After the first removal order of January 10, 2010, and counted since November 2016 under (b)(1)(A) if a reentry. */
const after = (facts: Record<string, unknown>) =>
	prior({
		conductFrom: '2011-01-01',
		arrestedOn: '2011-01-02',
		convictedOn: '2011-03-01',
		sentencedOn: '2011-03-01',
		releasedOn: '2012-05-01',
		sentence: '15 months',
		...facts,
	});

describe('a statute that is the kind by definition (§2L1.2, comment. (n.2), App. C, amend. 802)', () => {
	const reentry = (facts: Record<string, unknown> = {}) =>
		after({ label: 'Illegal reentry, 8 U.S.C. § 1326', ...facts });

	test('no kinds at all are rejected, with the label, the statute and the kind', () => {
		const refused = refusal(caseWith('2018', [reentry()]));
		expect(refused).toMatchObject({ code: 'disagrees', path: '/priors/0/kinds' });
		for (const words of [
			'Illegal reentry, 8 U.S.C. § 1326',
			'"illegal-reentry"',
			'8 U.S.C. § 1326, and such a conviction is',
		]) {
			expect(refused.message).toContain(words);
		}
	});

	test('+4 under (b)(1)(A) with the kind, and nothing to warn of', () => {
		const document = caseWith('2018', [reentry({ kinds: ['illegal-reentry'] })]);
		expect(increaseOf(document)).toBe(4);
		expect(codesOf(document)).not.toContain(code);
	});

	test('another kind beside it: both outcomes, +6 under (b)(3)(C) and +4', () => {
		const document = caseWith('2018', [reentry({ kinds: ['aggravated-felony'] })]);
		expect(increaseOf(document)).toBe(6);
		expect(messageOf(document)).toMatch(/Prior a \(illegal reentry\): .*level 14,.*level 12,/);
	});

	test('where no rule of the edition asks for the kind, nothing is said', () => {
		for (const edition of ['1988-01-15', '1998', '2012']) {
			expect(codesOf(caseWith(edition, [reentry()]))).not.toContain(code);
		}
		const { guideline: _, removals: __, removalOrders: ___, ...rest } = caseWith('2018', [reentry()]);
		expect(codesOf({ ...rest, baseOffenseLevel: 20 })).not.toContain(code);
	});

	test('from 1989 to 1997 an immigration felony raises nothing (App. C, amend. 193)', () => {
		expect(refusal(caseWith('1990', [prior({ label: '8 USC 1326(a)' })]))).toMatchObject({ path: '/priors/0/kinds' });
		expect(increaseOf(caseWith('1990', [prior({ label: '8 USC 1326(a)', kinds: ['immigration'] })]))).toBe(0);
		expect(messageOf(caseWith('1990', [prior({ label: '8 U.S.C. § 1324' })]))).toMatch(/level 12,.*level 8,/);
	});
});

describe('a label that makes a kind likely: both outcomes', () => {
	test.each([
		['2012', 'Illegal reentry after deportation', 0],
		['2012', 'transporting illegal aliens', 16],
		['2012', '8 U.S.C. § 1324(a)(1)(A)(ii)', 16],
		['2012', 'possession of cocaine with intent to distribute', 16],
		['2012', '21 U.S.C. §§ 846, 841(a)(1)', 16],
		['2012', 'PWID heroin', 16],
		['2012', 'Robbery, 2nd degree', 16],
		['2012', 'residential burglary', 16],
		['2012', 'felon in possession of a firearm', 16],
		['2012', 'theft', 0],
		['2012', 'possession of marijuana', 0],
		['2012', 'burglary of a vehicle', 0],
	])('%s, %s: +4, or +%i', (edition, label, other) => {
		const document = caseWith(edition, [prior({ label })]);
		expect(increaseOf(document)).toBe(4);
		if (other === 0) expect(codesOf(document)).not.toContain(code);
		else expect(messageOf(document)).toMatch(new RegExp(`level 12,.*level ${8 + other},`));
	});

	test('illegal reentry in words alone', () => {
		const document = caseWith('2018', [after({ label: 'Illegal re-entry after deportation' })]);
		expect(increaseOf(document)).toBe(6);
		expect(messageOf(document)).toMatch(/level 14,.*level 12,/);
	});

	test('nothing to say where the kind is given, or where the level stays', () => {
		expect(codesOf(caseWith('2012', [prior({ label: 'robbery', kinds: ['crime-of-violence'] })]))).not.toContain(code);
		expect(codesOf(caseWith('2018', [prior({ label: 'robbery' })]))).not.toContain(code);
		expect(
			codesOf(caseWith('2012', [prior({ label: 'smuggling aliens', kinds: ['alien-smuggling-for-profit'] })])),
		).not.toContain(code);
	});

	test('several priors, each with what its label speaks of', () => {
		const document = caseWith('2012', [
			prior({ label: 'theft' }),
			prior({ id: 'b', label: 'arson' }),
			prior({ id: 'c', label: 'drug trafficking' }),
		]);
		expect(messageOf(document)).toMatch(/^Prior b \(crime of violence\), prior c \(drug trafficking\): /);
	});
});

describe('how statutes are written', () => {
	test.each([
		'8 U.S.C. § 1326',
		'8 U.S.C. §1326(b)(2)',
		'8 USC 1326',
		'8 U.S.C.A. § 1326(a)',
		'8:1326(b)(1)',
		'8 U.S.C. §§ 1325, 1326',
		'Title 8, United States Code, Section 1326',
		'viol. of 8 U. S. C. sec. 1326',
		'8 U.S.C. §§ 1326(a), and 1326(b)(1)',
	])('%s', (label) => expect(kindsIn(label)).toContain('illegal-reentry'));

	test.each([
		'18 U.S.C. § 1326',
		'8 U.S.C. § 13261',
		'8 U.S.C. § 1326a',
		'28 USC 1326',
		'case 8:20-cr-1326',
		'1326 Main Street',
		'8 U.S.C. § 1325(a)',
	])('%s is another', (label) => expect(kindsIn(label)).not.toContain('illegal-reentry'));

	test.each([
		['18 U.S.C. § 2252A(a)(5)(B)', ['child-pornography']],
		['18 U.S.C. § 2252(a)', ['child-pornography']],
		['18 U.S.C. § 924(c)(1)(A)', ['firearms']],
		['18 U.S.C. § 924(a)', []],
		['8 U.S.C. § 1325(a)', ['improper-entry']],
		['8 U.S.C. § 1325', ['improper-entry']],
		['21 U.S.C. § 844', []],
		['18 U.S.C. § 1956(h)', ['money-laundering']],
		['forgery', []],
		['', []],
	])('%s: %j', (label, expected) => expect(kindsIn(label)).toEqual(expected));

	test.each([
		`8 U.S.C. § ${'1325, '.repeat(5000)}x ${'9'.repeat(5000)}`,
		`title 8${' '.repeat(20000)}${', '.repeat(20000)}section 1325`,
		`8 u${' '.repeat(20000)}s c 1325, 8 usc 1325`,
	])('a long label is soon read: %#', (label) => {
		expect(kindsIn(label)).toEqual(['improper-entry']);
	});
});

test('every kind of the table is a kind of the case document', () => {
	for (const { kind, orKinds = [] } of [...labels.statutes, ...labels.words]) {
		for (const each of [kind, ...orKinds]) expect(known).toContain(each);
	}
});
