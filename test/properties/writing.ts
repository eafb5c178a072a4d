import type { Draft } from '../random/random.ts';
import { answered, inOneOrder, numbersOf, type Property, same } from './property.ts';
import { asWritten } from './spelled.ts';

const common = ['8:1326(a)', '8:1326(b)(2)', '21:841(b)(1)(C)', '18:922(g)', '18:1343'];

/** What is read is what was written, in whatever form. */
export const ofWriting: readonly Property[] = [
	{
		name: 'a document written as JSON and read again is the same',
		check: ({ draft, program }) =>
			same(JSON.stringify(draft), JSON.stringify(program.readJson(program.writeJson(draft)))),
	},
	{
		name: 'a case that was read, written and read again is the same',
		check({ draft, program }) {
			const once = program.parse(draft);
			return same(JSON.stringify(once), JSON.stringify(program.parse(JSON.parse(program.writeJson(once)))));
		},
	},
	{
		name: 'a result written as JSON and read again is the same',
		check: ({ whole, program }) =>
			same(JSON.stringify(whole), JSON.stringify(program.readJson(program.writeJson(whole)))),
	},
	{
		name: 'a value as people write it is the value: 10y is 120 months, 11/5/2012 is 2012-11-05',
		check({ draft, random, program }) {
			const written = { ...(asWritten(draft, random) as Draft), baseOffenseLevel: draft['baseOffenseLevel'] ?? null };
			return same(inOneOrder(program.parse(draft)), inOneOrder(program.parse(written)));
		},
	},
	{
		name: 'a statute by its number is the statute as the Code is cited',
		share: 0.3,
		check({ draft: given, random, result, numbers }) {
			const offenseDate = given['offenseDate'] ?? result.edition.effectiveDate;
			const draft = { ...given, offenseDate, statutes: given['statutes'] ?? [random.pick(common)] };
			const before = answered(numbers(draft));
			const counts = draft.statutes as unknown[];
			if (before === undefined || !counts.some((one) => typeof one === 'string')) return undefined;
			const code = random.pick(['$1 U.S.C. § ', '$1 usc ', '$1 U.S.C. §\u00a0']);
			const statutes = counts.map((one) => (typeof one === 'string' ? one.replace(/^(\d+):/, code) : one));
			return same(numbersOf(before), numbersOf(numbers({ ...draft, statutes })));
		},
	},
];
