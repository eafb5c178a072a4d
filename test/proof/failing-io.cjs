// Loaded before the program by failing-io.ts: the call of the system's files whose number is FAIL_AT fails with FAIL_CODE.
// Calls on the program's own files are not counted. At the end the number of calls is written to COUNT_FILE.
const fs = require('node:fs');
const { join, resolve } = require('node:path');
const { syncBuiltinESMExports } = require('node:module');

const root = resolve(__dirname, '../..');
const own = ['dist', 'bin', 'node_modules', 'package.json', 'test'].map((name) => join(root, name));
const { FAIL_AT, FAIL_CODE, COUNT_FILE } = process.env;
const { writeFileSync, appendFileSync } = fs;
const ownDescriptors = new Set();
let calls = 0;
let failed = '';

const isOwn = (where) =>
	typeof where === 'number' ? ownDescriptors.has(where) : own.some((path) => resolve(String(where)).startsWith(path));

/** Counts a call, and throws where it is the one to fail. */
function count(name, where) {
	if (++calls !== Number(FAIL_AT)) return;
	failed = `${name} ${where}`;
	throw Object.assign(new Error(`${FAIL_CODE}: failed by the proof, ${name}`), { code: FAIL_CODE, syscall: name });
}

const sync = [
	'openSync',
	'readSync',
	'writeSync',
	'fstatSync',
	'statSync',
	'lstatSync',
	'readFileSync',
	'realpathSync',
];
for (const name of [...sync, 'writeFileSync', 'renameSync', 'unlinkSync', 'fsyncSync', 'closeSync', 'readdirSync']) {
	const call = fs[name];
	fs[name] = Object.assign((where, ...rest) => {
		const mine = isOwn(where);
		if (!mine) count(name, where);
		const result = call(where, ...rest);
		if (name === 'openSync' && mine) ownDescriptors.add(result);
		if (name === 'closeSync') ownDescriptors.delete(where);
		return result;
	}, call);
}

const later = ['open', 'readFile', 'writeFile', 'rename', 'rm', 'unlink', 'stat', 'lstat', 'realpath', 'access'];
for (const name of [...later, 'readdir', 'readlink', 'mkdir']) {
	const call = fs.promises[name];
	fs.promises[name] = async (where, ...rest) => {
		if (!isOwn(where)) count(name, where);
		const result = await call(where, ...rest);
		if (name === 'open') wrapHandle(result, String(where));
		return result;
	};
}

function wrapHandle(handle, where) {
	for (const name of ['read', 'write', 'writeFile', 'appendFile', 'readFile', 'sync', 'stat', 'chmod', 'close']) {
		const call = handle[name].bind(handle);
		handle[name] = async (...rest) => {
			try {
				count(`handle.${name}`, where);
			} catch (error) {
				// As on a disk: a file is closed even where that fails.
				if (name === 'close') await call(...rest);
				throw error;
			}
			return call(...rest);
		};
	}
}
syncBuiltinESMExports();

process.on('exit', () => {
	writeFileSync(COUNT_FILE, JSON.stringify({ calls, failed }));
});
process.on('uncaughtException', (error) => {
	appendFileSync(2, `UNCAUGHT ${error.stack}\n`);
	process.exitCode = 70;
});
