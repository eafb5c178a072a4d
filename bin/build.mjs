// Builds dist/: the law and the check of the case document as modules, the library with its types, and the command line.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { caseSchema } from '../src/case/schema.ts';
import { bundle, bundleAlone } from './bundle.mjs';
import { compile } from './compile.mjs';
import { checkSource } from './compile-check.mjs';
import { fields } from './fields.mjs';
import { lawSource } from './law-source.mjs';
import { manPage } from './man-page.mjs';
import { licencesText, packagesOf } from './packages.mjs';
import { readLaw } from './read-law.mjs';
import { readWords } from './read-words.mjs';
import { orTellFault } from './table-fault.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const at = (path) => `${root}${path}`;

const law = orTellFault(root, () => readLaw(at('tables')));
const words = orTellFault(root, () => readWords(at('tables/rules-in-words'), law.editions));
rmSync(at('dist'), { recursive: true, force: true });
mkdirSync(at('dist'));
writeFileSync(at('dist/law-tables.js'), lawSource(law));
writeFileSync(at('dist/rule-words.json'), JSON.stringify(words));
writeFileSync(at('dist/case-check.js'), checkSource(caseSchema));
writeFileSync(at('dist/fields.json'), JSON.stringify(fields()));
// What calculates needs the check that was just written.
const { testedCases } = await import('./tested-cases.mjs');
writeFileSync(
	at('dist/tested-cases.json'),
	JSON.stringify(orTellFault(root, () => testedCases(at('test/cases'), law))),
);
execFileSync(process.execPath, [at('node_modules/typescript/bin/tsc'), '-p', root], { stdio: 'inherit' });
const files = await bundle(at('src/commands/start.ts'), at('dist/cli'));
files.push(...(await bundleAlone(at('src/commands/batch/threads/worker.ts'), at('dist/cli/batch-worker.cjs'))));
compile();
writeFileSync(at('dist/THIRD-PARTY-LICENSES.txt'), licencesText(packagesOf(files)));

const { version } = JSON.parse(readFileSync(at('package.json'), 'utf8'));
writeFileSync(at('dist/ussg.1'), manPage(at('bin/ussg.cjs'), version));
