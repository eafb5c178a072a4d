// npm run golden: writes anew what the program answers to the stored cases, and says what CHANGELOG.md must name.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { answersFile, answersTo, fingerprintOf, storedCases } from './answers.ts';
import { missingFrom } from './changelog.ts';

const before = existsSync(answersFile) ? readFileSync(answersFile, 'utf8') : '';
const answers = answersTo(storedCases());
const old = new Set(before.split('\n'));
const changed = answers.split('\n').filter((line) => !old.has(line));
writeFileSync(answersFile, answers);
for (const line of changed.slice(0, 20)) console.log(line);
console.log(`${changed.length} answers of ${answers.split('\n').length - 1} are new or changed`);
const missing = missingFrom(readFileSync('CHANGELOG.md', 'utf8'), fingerprintOf(answers));
if (missing !== undefined) console.log(`${missing}. Add one that names the law or the fault behind the change.`);
