import { keyInWords } from '../../../src/case/wording.ts';
import type { Law } from '../../../src/law/schema.ts';

/** Every key of the tables of two words and more, as it stands there and as words; and each key before a colon. */
export function keysIn(law: Law): string[] {
	const found = new Set<string>();
	const walk = (node: unknown): void => {
		if (typeof node !== 'object' || node === null) return;
		for (const [key, value] of Object.entries(node)) {
			if (!Array.isArray(node)) found.add(key);
			walk(value);
		}
	};
	for (const table of [...Object.values(law.tables), ...Object.values(law.guidelines)]) walk(table);
	const ofTwo = [...found].filter((key) => /^[a-z]+[A-Z]/.test(key));
	return [...ofTwo, ...[...found].map((key) => `\n    ${keyInWords(key)}: `)];
}
