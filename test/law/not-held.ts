import { bundledLaw } from '../../src/law/bundled.ts';
import type { Law } from '../../src/law/schema.ts';

/**
 * The law as it is known while a Manual is announced for a day and not held: with the editions before it, and nothing of
 * later ones. What is said of such a Manual is tested with this, since tables/ will come to hold each that is announced.
 */
export function notHeldFrom(effectiveDate: string): Law {
	const before = <T extends { effectiveDate: string }>(versions: readonly T[]): T[] =>
		versions.filter((version) => version.effectiveDate < effectiveDate);
	const allBefore = (tables: object): object =>
		Object.fromEntries(Object.entries(tables).map(([name, versions]) => [name, before(versions)]));
	const announced = {
		effectiveDate,
		kind: 'november' as const,
		amendments: 'not read',
		citation: 'not held',
		verified: false,
	};
	const { editions } = bundledLaw;
	return {
		...bundledLaw,
		editions: { ...editions, editions: [...before(editions.editions), announced] },
		tables: allBefore(bundledLaw.tables) as Law['tables'],
		guidelines: allBefore(bundledLaw.guidelines) as Law['guidelines'],
	};
}
