// npm run proof:questions [-- --cases 10000 --seed 1]
// Takes facts away from random cases of every edition; each question that is then asked must have two answers that lead
// to different results.
import { parseArgs } from 'node:util';
import { search } from '../questions/search.ts';

Error.stackTraceLimit = 0;
const { values } = parseArgs({
	options: { cases: { type: 'string', default: '10000' }, seed: { type: 'string', default: '1' } },
});
const began = performance.now();
const { cases, asked, pointless, guessed } = search(Number(values.cases), Number(values.seed), (done) => {
	if (process.stderr.isTTY && done % 100 === 0) process.stderr.write(`\r${done} cases`);
});
const seconds = Math.round((performance.now() - began) / 1000);
const all = [...asked.values()].reduce((sum, each) => sum + each, 0);
console.log(`${cases} cases were asked ${all} questions in ${seconds} s, seed ${values.seed}`);
const names = new Map<string, number>();
for (const { path } of pointless) {
	const name = path.slice(1).replace(/\/\d+/g, '');
	names.set(name, (names.get(name) ?? 0) + 1);
}
for (const [name, times] of [...asked].sort()) {
	console.log(
		`${String(times).padStart(9)}  ${name}${names.has(name) ? `, ${names.get(name)} of them without need` : ''}`,
	);
}
for (const each of pointless.slice(0, 20)) console.log(`\n${each.path} ${JSON.stringify(each.case)}`);
for (const each of guessed.slice(0, 10))
	console.log(`\nguessed ${JSON.stringify(each.case)}\nwith all ${JSON.stringify(each.whole)}`);
console.log(`${pointless.length} questions without need, ${guessed.length} answers without a fact that changes them`);
process.exitCode = pointless.length + guessed.length === 0 ? 0 : 1;
