import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { bundledLaw } from '../../../src/law/bundled.ts';
import { namesIn, sectionOf } from '../../../src/law/provision-names.ts';
import { rulesOf } from '../../../src/law/rules.ts';
import type { RuleInWords } from '../../../src/law/words-schema.ts';
import { byKey, provisionAsked } from '../../../src/report/explain/asked.ts';
import { explanationOf, provisionsHeld, type Sources } from '../../../src/report/explain/explanation.ts';
import { explanationText } from '../../../src/report/explain/explanation-text.ts';
import { resultOf, storedCases } from '../../golden/answers.ts';
import type { Draft } from '../../random/random.ts';
import { keysIn } from './keys.ts';

const words: RuleInWords[] = JSON.parse(
	readFileSync(new URL('../../../dist/rule-words.json', import.meta.url), 'utf8'),
);
const sources: Sources = { law: bundledLaw, words, cases: [] };
const held = byKey(provisionsHeld(sources));
const editions = bundledLaw.editions.editions
	.filter(({ verified }) => verified)
	.map((edition) => edition.effectiveDate);

const cases = new URL('../../cases/', import.meta.url);
const documents: Draft[] = [
	...storedCases().map((golden) => golden.case),
	...readdirSync(cases, { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.json'))
		.map((file) => JSON.parse(readFileSync(new URL(file, cases), 'utf8')).given),
];

/** A result names these also to say that its Manual does not have them yet. */
const notYet = ['§4B1.4', '§4C1.1'];

/** These may rest on another Manual than that of the result: a later order, a program not there yet, an earlier offense. */
const ofAnotherManual = ['reduction', 'fastTrack', 'editionChoice', 'onlyBelowMinimum'];

/** A guideline of Chapter Two that the program does not hold comes with its levels from the case. */
const isHeld = (name: string): boolean =>
	!name.startsWith('§2') || name.startsWith('§2L1.2') || sectionOf(name).slice(1) in bundledLaw.guidelines;

/** The guidelines that a result cites as its rules, each with an edition; and the provisions that its sentences name. */
const cited = new Set<string>();
const named = new Set<string>();
for (const document of documents) {
	const result = resultOf(document);
	if (!('edition' in result)) continue;
	const { effectiveDate } = result.edition;
	const given = JSON.stringify([document['adjustments'], document['statutes'], document['underOffenseDateManual']]);
	const isOurs = (name: string): boolean => !given.includes(name.replace(/^§/, ''));
	const cite = (provision: string): void => {
		for (const name of namesIn(provision))
			if (name.startsWith('§') && isHeld(name) && isOurs(name) && !notYet.includes(name))
				cited.add(`${effectiveDate} ${name}`);
	};
	const name = (text: string): void => {
		for (const [found] of text.matchAll(
			/§\d[A-Z]\d\.\d+(?:\([^()\s]+\))*|\d+ U\.S\.C\. § \d+[A-Za-z]*(?:\([^()\s]+\))*/g,
		))
			if (isOurs(found)) named.add(found);
	};
	collect(result, cite, name);
}

function collect(node: unknown, rule: (provision: string) => void, text: (prose: string) => void): void {
	if (typeof node !== 'object' || node === null) return;
	for (const [key, value] of Object.entries(node)) {
		if (typeof value !== 'string') collect(value, ofAnotherManual.includes(key) ? text : rule, text);
		else if (/provision$/i.test(key)) rule(value);
		else text(value);
	}
}

const said = (name: string, edition: string): boolean => {
	const found = provisionAsked(name, held);
	if (found === undefined) return false;
	const { inWords, rules } = explanationOf(found.provision, edition, sources);
	return inWords.length + rules.length > 0;
};

describe('every provision that an answer names is explained', () => {
	test('those that a result cites as its rule, in the edition of the result', () => {
		expect(cited.size).toBeGreaterThan(1000);
		const missing = [...cited].filter((one) => !said(one.slice(11), one.slice(0, 10)));
		expect(missing).toEqual([]);
	});

	test('those that its sentences name', () => {
		expect(named.size).toBeGreaterThan(200);
		expect([...named].filter((name) => provisionAsked(name, held) === undefined).sort()).toEqual([]);
	});

	test('those of every rule of the tables', () => {
		const names = rulesOf(bundledLaw)
			.flat()
			.flatMap(({ provision, section }) => [...namesIn(provision), ...namesIn(section)])
			.filter((name) => /^(§\d|\d+ U)/.test(name));
		expect([...new Set(names)].filter((name) => provisionAsked(name, held) === undefined)).toEqual([]);
	});
});

describe('no explanation shows how the tables name their values', () => {
	const keys = keysIn(bundledLaw);

	test.each([...new Set(held.values())])('%s', (provision) => {
		const changes = explanationOf(provision, editions[0] ?? '', sources).history.map(
			({ effectiveDate }) => effectiveDate,
		);
		for (const edition of editions.filter(
			(one, at) => at === 0 || at === editions.length - 1 || changes.includes(one),
		)) {
			const text = explanationText(explanationOf(provision, edition, sources), edition);
			const lines = text.replace(/\n {6}/g, ' ');
			expect(keys.filter((key) => lines.includes(key))).toEqual([]);
			expect(lines).not.toMatch(/: (yes|no)$|undefined|NaN|\(\)|[:;] *$/m);
		}
	});
});
