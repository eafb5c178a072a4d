// The conformance cases, and the provisions that the calculation of each rests on, for `ussg explain`.
import { readdirSync } from 'node:fs';
import { calculate } from '../src/calculation/calculate.ts';
import { InputError } from '../src/case/errors.ts';
import { parseCase } from '../src/case/parse.ts';
import { parsedFrom } from './checked.mjs';
import { tableFault } from './table-fault.mjs';

/** Name, citation and provisions of every case in a folder that is answered. */
export function testedCases(folder, law) {
	const files = readdirSync(folder, { recursive: true }).filter((file) => file.endsWith('.json'));
	return files.sort().flatMap((file) => {
		const path = `${folder}/${file}`;
		const { name, source, given, expected } = parsedFrom(path);
		if (!source?.citation || !given || !expected)
			throw tableFault(path, 'a case needs name, source with its citation, given and expected (docs/conformance.md)');
		if (expected.error !== undefined) return [];
		const result = answerTo(given, law, path);
		const { steps, criminalHistory, statutoryEffect, statutes = [] } = result;
		const rules = [...steps, ...(criminalHistory?.priors ?? []), ...statutes].map(({ provision }) => provision);
		const held = Object.keys(expected).flatMap((field) => provisionsIn(result[field]));
		return [
			{
				name,
				citation: source.citation,
				provisions: [...new Set([...rules, ...statutoryEffect.provisions, ...held])],
			},
		];
	});
}

/** The answer to a case; a fault of its file where the program rejects it. */
function answerTo(given, law, path) {
	try {
		return calculate(parseCase(given), law);
	} catch (error) {
		if (!(error instanceof InputError)) throw error;
		throw tableFault(path, `the case is rejected: ${error.message}`);
	}
}

/** Every provision that a part of a result names in a field of its own. */
function provisionsIn(node) {
	if (Array.isArray(node)) return node.flatMap(provisionsIn);
	if (typeof node !== 'object' || node === null) return [];
	return Object.entries(node).flatMap(([key, value]) =>
		/provision$/i.test(key) && typeof value === 'string' ? [value] : provisionsIn(value),
	);
}
