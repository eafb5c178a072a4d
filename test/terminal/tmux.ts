import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const bin = fileURLToPath(new URL('../../bin/ussg.cjs', import.meta.url));
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

let sockets = 0;

/** A terminal of tmux with a shell line in it that runs the program between two looks at the terminal's settings. */
export class Terminal {
	readonly folder = mkdtempSync(join(tmpdir(), 'ussg-terminal-'));
	/** One fresh socket each: a server that just ended may still hold its name. */
	readonly #socket = `ussg-${process.pid}-${++sockets}`;

	constructor(
		args: string,
		{ columns = 80, rows = 24, env = {} as Record<string, string>, before = '', after = '' } = {},
	) {
		const line = [
			// What interrupts the program is not to end the line that looks on.
			'trap : INT',
			before,
			'stty -a > before',
			`${process.execPath} ${bin} ${args}`,
			'echo $? > status',
			'stty -a > after',
			after,
			'echo over',
			'exec sleep 600',
		];
		const variables = Object.entries(env).flatMap(([name, value]) => ['-e', `${name}=${value}`]);
		const size = ['-x', String(columns), '-y', String(rows)];
		this.tmux(
			'-f',
			'/dev/null',
			'new-session',
			'-d',
			...size,
			...variables,
			'-c',
			this.folder,
			line.filter(Boolean).join('; '),
		);
		this.tmux('set-option', '-g', 'remain-on-exit', 'on');
	}

	tmux(...args: string[]): string {
		return execFileSync('tmux', ['-L', this.#socket, ...args], { encoding: 'utf8' });
	}

	screen(...args: string[]): string {
		return this.tmux('capture-pane', '-p', ...args).trimEnd();
	}

	/** Waits until the screen shows a text. */
	async shows(text: string | RegExp): Promise<string> {
		for (let waited = 0; waited < 15_000; waited += 40) {
			const screen = this.screen();
			if (typeof text === 'string' ? screen.includes(text) : text.test(screen)) return screen;
			await pause(40);
		}
		throw new Error(`never shown: ${text}\n${this.screen()}`);
	}

	/** Presses keys by their names in tmux, once what stands before them is shown. */
	async press(...steps: [shown: string | RegExp, ...keys: string[]][]): Promise<void> {
		for (const [shown, ...keys] of steps) {
			await this.shows(shown);
			for (const key of keys) {
				await pause(60);
				this.tmux('send-keys', '--', key);
			}
		}
	}

	async resize(columns: number, rows: number): Promise<void> {
		this.tmux('resize-window', '-x', String(columns), '-y', String(rows));
		await pause(300);
	}

	/** Sends the program a signal, by its own process id. */
	signal(name: NodeJS.Signals): void {
		process.kill(this.#program(), name);
	}

	#program(): number {
		const shell = this.tmux('display-message', '-p', '#{pane_pid}').trim();
		return Number(execFileSync('ps', ['--ppid', shell, '-o', 'pid='], { encoding: 'utf8' }).trim().split(/\s+/)[0]);
	}

	async status(): Promise<string> {
		await this.shows(/^over$/m);
		return this.read('status').trim();
	}

	/** Whether the terminal has the settings and the cursor that it had before. */
	isAsBefore(): boolean {
		const cursor = this.tmux('display-message', '-p', '#{cursor_flag}').trim();
		return this.read('before') === this.read('after') && cursor === '1';
	}

	read(file: string): string {
		return readFileSync(join(this.folder, file), 'utf8');
	}

	end(): void {
		this.tmux('kill-server');
		rmSync(this.folder, { recursive: true, force: true });
	}
}

/** United States v. Banuelos-Rodriguez, key by key, each once its question stands. */
export const banuelos: [string | RegExp, ...string[]][] = [
	['Which Manual', '1995'],
	['Manual of November 1, 1995', 'Enter'],
	['What is the client', '2L1.2', 'Enter'],
	['Which increase', '(b)(2)', 'Enter'],
	['Any other change', 'Enter'],
	['Acceptance of responsibility? (', '3', 'Enter'],
	['Criminal history category', 'V', 'Enter'],
	['Statutory minimum? (', 'Enter'],
	['Statutory maximum? (', 'Enter'],
	['All answers', 'Enter'],
];
