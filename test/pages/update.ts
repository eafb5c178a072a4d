// Rewrites the examples of README.md and of docs/, the pictures, and the numbers of cases and amendments, with what the program shows now: npm run pages. Read
// the difference.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { countedPages, withCounts } from './counts.ts';
import { newRun, withOutputs } from './examples.ts';
import { withKeys } from './keys.ts';
import { pages, root } from './pages.ts';
import { picturesOf } from './picture.ts';
import { recordings, withRecordings } from './recordings.ts';

const screens = await recordings();
for (const page of pages) {
	writeFileSync(join(root, page.name), withKeys(withRecordings(withOutputs(page, newRun()), screens)));
}
for (const name of countedPages) {
	const file = join(root, name);
	writeFileSync(file, withCounts(readFileSync(file, 'utf8')));
}
for (const [file, svg] of picturesOf(screens['session'] ?? '')) writeFileSync(join(root, 'docs', file), svg);
