import { spawnSync } from 'node:child_process';

/** Refuses to start where a program is missing: a check that looks at nothing must not pass. */
export default function programs(): void {
	const needed = { chromium: 'chromium', soffice: 'libreoffice-writer', pdftotext: 'poppler-utils' };
	const missing = Object.entries(needed).filter(([name]) => spawnSync('which', [name]).status !== 0);
	if (missing.length === 0) return;
	const names = missing.map(([name, from]) => `${name} (Debian package ${from})`).join(', ');
	throw new Error(`test:reports cannot look at the reports without ${names}`);
}
