import { InputError, shown } from '../../../case/errors.ts';
import { nearest } from '../../../case/nearest.ts';
import type { DrugLaw, Form } from './drug-law.ts';

/** A substance of the edition, and the form that its name already says. */
export interface Named {
	substance: string;
	form: Form | undefined;
}

const plain = (text: string): string =>
	text
		.toLowerCase()
		.replace(/["'“”‘’()]/g, ' ')
		.replace(/[\s_-]+/g, ' ')
		.trim();

const forms: [RegExp, Form][] = [
	[/ (actual|pure)$/, 'actual'],
	[/^(actual|pure) /, 'actual'],
	[/ mixture$/, 'mixture'],
	[/ ice$/, 'ice'],
];

/**
 * The substance that a name means: as the edition prints it, or as people call it. Throws InputError where none is known by
 * that name, with the nearest that are.
 */
export function substanceNamed(name: string, { names }: DrugLaw, path: string): Named {
	const given = plain(name);
	const found = idOf(given, names);
	if (found !== undefined) return { substance: found, form: given === 'ice' ? 'ice' : undefined };
	for (const [pattern, form] of forms) {
		const bare = given.replace(pattern, '');
		const other = bare === given ? undefined : idOf(bare, names);
		if (other !== undefined) return { substance: other, form };
	}
	for (const variant of variantsOf(name)) {
		const other = idOf(variant, names);
		if (other !== undefined) return { substance: other, form: undefined };
	}
	const known = names.substances.flatMap(({ name: printed, alsoCalled = [] }) => [printed, ...alsoCalled]);
	const meant = nearest(given, known.map(plain));
	const remedy = `give its name as §2D1.1 prints it, or its class, such as "schedule IV"`;
	throw new InputError(
		'no-such-substance',
		path,
		`${shown(name)} is not the name of a drug known here; ${meant === undefined ? remedy : `did you mean ${meant}?`}`,
	);
}

/** What a name as the Manual prints it may be called: without what stands in parentheses, that alone, and each side of a slash. */
function variantsOf(name: string): string[] {
	const inside = [...name.matchAll(/\(([^()]*)\)/g)].map(([, words = '']) => words);
	const outside = name.replace(/\s*\(.*\)/g, ' ');
	const all = [outside, ...inside, ...outside.split('/'), ...name.split('/')].map(plain);
	return all
		.flatMap((one) => [one, one.replace(/s$/, ''), one.replace(/ substances?$/, ''), `${one}s`])
		.filter(Boolean);
}

function idOf(given: string, { substances }: DrugLaw['names']): string | undefined {
	const matches = ({ id, name, alsoCalled = [] }: (typeof substances)[number]) =>
		[id, name, ...alsoCalled].some((one) => plain(one) === given);
	return substances.find(matches)?.id;
}

/** The name of a substance as it is printed, with its form. */
export function substanceName(id: string, form: Form | undefined, { names }: DrugLaw): string {
	const name = names.substances.find((one) => one.id === id)?.name ?? id;
	return form === 'actual' ? `${name} (actual)` : form === 'ice' ? '“Ice”' : name;
}
