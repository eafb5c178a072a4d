// Builds dist/: the law as one checked document, the library with its types, and the command line as one file.
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { readLaw } from './read-law.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const at = (path) => `${root}/${path}`;

rmSync(at('dist'), { recursive: true, force: true });
mkdirSync(at('dist'));
writeFileSync(at('dist/law-tables.json'), JSON.stringify(readLaw(at('tables'))));
execFileSync(at('node_modules/.bin/tsc'), ['-p', root], { stdio: 'inherit' });
await build({
	entryPoints: [at('src/commands/main.ts')],
	outfile: at('dist/cli.cjs'),
	bundle: true,
	platform: 'node',
	format: 'cjs',
	target: 'node22',
	minify: true,
	legalComments: 'none',
	logLevel: 'warning',
});
