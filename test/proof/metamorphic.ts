// npm run proof:metamorphic [-- --cases 1000000 --seed 1]
// Moves one thing up or down in so many valid cases of every edition, and compares the ranges.
import { parseArgs } from 'node:util';
import { search } from '../metamorphic/search.ts';

const { values } = parseArgs({
	options: { cases: { type: 'string', default: '1000000' }, seed: { type: 'string', default: '1' } },
});
const began = performance.now();
const { cases, compared, violations } = search(Number(values.cases), Number(values.seed), (done) => {
	if (process.stderr.isTTY && done % 10_000 === 0) process.stderr.write(`\r${done} cases`);
});
const seconds = Math.round((performance.now() - began) / 1000);
console.log(`${cases} valid cases in ${seconds} s, seed ${values.seed}`);
for (const [name, { held, excepted }] of [...compared].sort()) {
	console.log(`${String(held).padStart(9)}  ${name}${excepted === 0 ? '' : `, and ${excepted} that the law excepts`}`);
}
for (const { relation, draft, moved, range, movedRange } of violations.slice(0, 20)) {
	console.log(
		`\n${relation}\n${JSON.stringify(draft)}\n${JSON.stringify(moved)}\n${JSON.stringify([range, movedRange])}`,
	);
}
console.log(`${violations.length} violations`);
process.exitCode = violations.length === 0 ? 0 : 1;
