// The packages whose code is in the program: for the licences that go with it, and for the list of what it is made of.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Name, version, licence and text of the licence of each package that the files are from, or hold copies of, by name. */
export function packagesOf(files) {
	const folderIn = (file) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file.replaceAll('\\', '/'))?.[0];
	const ofOthers = files.filter((file) => folderIn(file) && existsSync(file));
	const folders = new Set([...ofOthers.map(folderIn), ...ofOthers.flatMap(copiedInto)]);
	return [...folders].map(packageIn).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** A package may come with others copied into it; its bundler leaves a comment before each file. They are installed with it. */
function copiedInto(file) {
	const comments = readFileSync(file, 'utf8').matchAll(/^\/\/ (?:\S+\/)?node_modules\/((?:@[^/\s]+\/)?[^/\s]+)\//gm);
	return [...new Set(Array.from(comments, ([, name]) => name))].map((name) => installed(name, dirname(file), file));
}

function installed(name, from, file) {
	const folder = join(from, 'node_modules', name);
	if (existsSync(folder)) return folder.replaceAll('\\', '/');
	if (dirname(from) === from)
		throw new Error(`${file} holds ${name}, which is not installed: its licence is not known`);
	return installed(name, dirname(from), file);
}

function packageIn(folder) {
	const { name, version, license, author, homepage } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
	if (!license) throw new Error(`${folder} names no licence`);
	const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
	if (file) return { name, version, license, text: readFileSync(`${folder}/${file}`, 'utf8').trim() };
	if (!author || !homepage) throw new Error(`${folder} lacks the text of its licence, and names no author`);
	const text = `By ${author.name ?? author}. The package comes without the text of its licence; see ${homepage}`;
	return { name, version, license, text };
}

/** The licences as one text. `nodeLicense` is the path of Node's own, for what holds Node. */
export function licencesText(packages, nodeLicense) {
	const parts = packages.map(({ name, version, license, text }) => `${name} ${version} (${license})\n\n${text}`);
	if (nodeLicense !== undefined && existsSync(nodeLicense)) {
		parts.push(`Node.js ${process.versions.node}, and what is in it\n\n${readFileSync(nodeLicense, 'utf8').trim()}`);
	}
	return `What ussg holds of others, and their licences.\n\n${parts.join(`\n\n${'='.repeat(80)}\n\n`)}\n`;
}
