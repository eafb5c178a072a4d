// The floor: parses every line and writes a prepared result of the same bytes in its place. No program that reads
// and writes JSON by itself does less. Results: the first lines of a file of results.
import { createReadStream, readFileSync, writeSync } from 'node:fs';

const [input, results] = process.argv.slice(2);
const prepared = readFileSync(results, 'utf8')
	.split('\n')
	.slice(0, -1)
	.map((line) => JSON.parse(line));
let output = '';
let kept = Buffer.alloc(0);
let at = 0;
for await (const piece of createReadStream(input, { highWaterMark: 262_144 })) {
	const bytes = kept.length > 0 ? Buffer.concat([kept, piece]) : piece;
	let start = 0;
	for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, start)) {
		const record = JSON.parse(bytes.toString('utf8', start, end));
		const result = prepared[at++ % prepared.length];
		result.id = record.id;
		output += `${JSON.stringify(result)}\n`;
		if (output.length > 65_536) {
			writeSync(1, output);
			output = '';
		}
		start = end + 1;
	}
	kept = bytes.subarray(start);
}
writeSync(1, output);
