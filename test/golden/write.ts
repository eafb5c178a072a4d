// npm run golden: writes anew what the program answers to the stored cases, and says what CHANGELOG.md must name.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { answersFile, answersTo, fingerprintOf, storedCases } from './answers.ts';
import { missingFrom } from './changelog.ts';
import { difference } from './difference.ts';

const before = existsSync(answersFile) ? readFileSync(answersFile, 'utf8') : '';
const answers = answersTo(storedCases());
writeFileSync(answersFile, answers);
process.stdout.write(difference(before, answers));
const missing = missingFrom(readFileSync('CHANGELOG.md', 'utf8'), fingerprintOf(answers));
if (missing !== undefined) {
	console.log(`${missing}. Write an item that names the law or the fault behind the change and ends with that mark,`);
	console.log('then run npm run golden once more.');
}
