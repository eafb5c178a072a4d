// Rewrites the examples of README.md and of docs/ with what the program prints now: npm run pages. Read the difference.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newRun, withOutputs } from './examples.ts';
import { pages, root } from './pages.ts';
import { recordings, withRecordings } from './recordings.ts';

const screens = await recordings();
for (const page of pages) {
	writeFileSync(join(root, page.name), withRecordings(withOutputs(page, newRun()), screens));
}
