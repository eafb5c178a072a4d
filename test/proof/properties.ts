// npm run proof:properties [-- --runs 1000000 --seed 1 --only "fast track"]
// Tries each property of test/properties in so many cases, and batch in other time zones and locales on as many lines.
// Ends with status 1 where a property does not hold, and prints the smallest case.
import { parseArgs } from 'node:util';
import { elsewhere } from '../properties/elsewhere.ts';
import { theProgram } from '../properties/program.ts';
import { properties } from '../properties/properties.ts';
import { type Found, search } from '../properties/search.ts';

const { values } = parseArgs({
	options: {
		runs: { type: 'string', default: '1000000' },
		seed: { type: 'string', default: '1' },
		only: { type: 'string', default: '' },
	},
});
const [runs, seed] = [Number(values.runs), Number(values.seed)];
const tried = properties.filter(({ name }) => name.includes(values.only));
const began = performance.now();
const seconds = () => Math.round((performance.now() - began) / 1000);
const share = new Map(tried.map((property) => [property.name, property.share ?? 1]));
const shown = new Set<string>();
let rounds = 0;
const found = search(tried, { program: await theProgram(), runs, seed, told });
if (elsewhere.name.includes(values.only)) found.set(elsewhere.name, elsewhere.try(runs, seed));

let failed = 0;
for (const [name, { held, failure }] of found) {
	const few = !failure && held < runs * (share.get(name) ?? 1);
	if (failure || few) failed++;
	console.log(`${failure ? 'FAILS' : few ? 'FEW  ' : 'holds'} ${String(held).padStart(9)}  ${name}`);
	if (failure) console.log(`      seed ${failure.seed}: ${failure.wrong}\n      ${JSON.stringify(failure.draft)}`);
}
console.log(
	failed === 0
		? `${found.size} properties hold, ${runs} runs each, in ${seconds()} s, seed ${seed}`
		: `${failed} of ${found.size} properties do not hold or were not tried ${runs} times`,
);
process.exitCode = failed === 0 ? 0 : 1;

function told(so: ReadonlyMap<string, Found>): void {
	for (const [name, { failure }] of so) {
		if (failure && !shown.has(name)) process.stderr.write(`FAILS ${name}: ${JSON.stringify(failure.draft)}\n`);
		if (failure) shown.add(name);
	}
	if (++rounds % 10 !== 0) return;
	const least = Math.min(...[...so].map(([name, { held }]) => held / (share.get(name) ?? 1)));
	const broken = [...so.values()].filter(({ failure }) => failure).length;
	process.stderr.write(`${Math.floor(least)} of ${runs} runs, ${broken} failed, ${seconds()} s\n`);
}
