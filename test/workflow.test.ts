import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
const workflow = read('.github/workflows/release.yml');
const every = (form: RegExp): string[] => workflow.match(form) ?? [];

test('every action is pinned by its commit, with the version beside it', () => {
	const used = every(/uses:.*/g);
	expect(used.length).toBeGreaterThan(5);
	for (const line of used) expect(line).toMatch(/^uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
	const pins = new Map(used.map((line) => [line.split(/[@ ]/)[1], line]));
	expect(new Set(used).size).toBe(pins.size);
});

test('a job may do what it names and no more, and keeps no token', () => {
	expect(workflow).toMatch(/^permissions: \{\}$/m);
	expect(every(/^ {4}runs-on:/gm).length).toBe(every(/^ {4}permissions:\n/gm).length);
	expect(every(/: write/g).length).toBe(3);
	expect(every(/actions\/checkout@.*\n +with:\n +persist-credentials: false/g).length).toBe(
		every(/actions\/checkout@/g).length,
	);
	expect(workflow).not.toMatch(/registry-url|secrets\.|NODE_AUTH_TOKEN/);
});

test('what GitHub fills in does not become part of a command, but for the targets named here', () => {
	for (const line of every(/run:.*\$\{\{.*/g)) {
		expect(line.replaceAll(/\$\{\{ matrix\.target \}\}/g, '')).not.toMatch(/\$\{\{/);
	}
});

test('the binaries hold the Node that the program is tested with', () => {
	const { devDependencies } = JSON.parse(read('package.json'));
	expect(workflow).toContain(`NODE_VERSION: ${devDependencies.node}\n`);
});
