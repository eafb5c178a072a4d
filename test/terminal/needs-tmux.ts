import { spawnSync } from 'node:child_process';

/** Without tmux there is no terminal to test at: says so, and fails. */
export default function needsTmux(): void {
	if (spawnSync('tmux', ['-V']).status === 0) return;
	throw new Error('these tests need tmux (Debian: apt-get install tmux); npm test runs all others without it');
}
