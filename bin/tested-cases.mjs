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
		const { steps, criminalHistory, statutoryEffect, statutes = [] } = calculate(parseCase(given), law);
		const rules = [...steps, ...(criminalHistory?.priors ?? []), ...statutes].map(({ provision }) => provision);
		return [{ name, citation: source.citation, provisions: [...new Set([...rules, ...statutoryEffect.provisions])] }];
	});
}
