// Changes the code, one expression at a time, and counts the changes that the tests notice: npm run proof:code [-- FILES].
// Ends with status 1 where fewer are noticed than test/mutation/stryker.config.mjs asks for.
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Stryker } from '@stryker-mutator/core';
import { writeSurvivors } from '../mutation/survivors.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
process.chdir(root);
const changes = `${root}coverage/mutation/changes.tsv`;
mkdirSync(`${root}coverage/mutation`, { recursive: true });
writeFileSync(changes, '');
process.env['MUTATION_CHANGES'] = changes;
const files = process.argv.slice(2);
const began = performance.now();
const results = await new Stryker({
	configFile: 'test/mutation/stryker.config.mjs',
	...(files.length > 0 ? { mutate: files } : {}),
}).runMutationTest();

const having = (status: string) => results.filter((one) => one.status === status);
const [killed, survived, timedOut, uncovered, failed] = [
	having('Killed').length,
	having('Survived'),
	having('Timeout').length,
	having('NoCoverage'),
	having('RuntimeError').length,
] as const;
const noticed = killed + timedOut;
const all = noticed + survived.length + uncovered.length;
if (files.length === 0) {
	for (const [reason, count] of writeSurvivors([...survived, ...uncovered], { root, changes })) {
		console.log(`${String(count).padStart(6)} ${reason}`);
	}
}
const minutes = ((performance.now() - began) / 60_000).toFixed(1);
console.log(
	`${((100 * noticed) / all).toFixed(2)} % of ${all} changes noticed: ${killed} killed, ${timedOut} timed out, ` +
		`${survived.length} survived, ${uncovered.length} reached by no test, ${failed} could not run; ${minutes} min`,
);
