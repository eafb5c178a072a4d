// The conformance cases, and the provisions that the calculation of each rests on, for `ussg explain`.
import { readdirSync, readFileSync } from 'node:fs';
import { calculate } from '../src/calculation/calculate.ts';
import { parseCase } from '../src/case/parse.ts';

/** Name, citation and provisions of every case in a folder that is answered. */
export function testedCases(folder, law) {
	const files = readdirSync(folder, { recursive: true }).filter((file) => file.endsWith('.json'));
	return files.sort().flatMap((file) => {
		const { name, source, given, expected } = JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'));
		if (expected.error !== undefined) return [];
		const result = calculate(parseCase(given), law);
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

/** Every provision that a part of a result names in a field of its own. */
function provisionsIn(node) {
	if (Array.isArray(node)) return node.flatMap(provisionsIn);
	if (typeof node !== 'object' || node === null) return [];
	return Object.entries(node).flatMap(([key, value]) =>
		/provision$/i.test(key) && typeof value === 'string' ? [value] : provisionsIn(value),
	);
}
