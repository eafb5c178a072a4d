// Substances by the names that people give them.
import { InputError, shown } from '../../../case/errors.ts';
import { nearest } from '../../../case/nearest.ts';
import type { DrugLaw, Form } from './drug-law.ts';
import { oncePer } from './once-per.ts';

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
	const printed = asPrinted(name, names);
	if (printed !== undefined) return { substance: printed, form: undefined };
	const known = names.substances.flatMap(({ name: printed, alsoCalled = [] }) => [printed, ...alsoCalled]);
	const meant = nearest(given, known.map(plain));
	const remedy = `give its name as §2D1.1 prints it, or its class, such as "schedule IV"`;
	throw new InputError(
		'no-such-substance',
		path,
		`the program does not know the drug ${shown(name)}`,
		meant === undefined ? remedy : `did you mean ${meant}?`,
	);
}

/** What the Manual adds to a name in parentheses that says nothing of another drug: its exceptions, its kinds, its chemical name. */
const printedNotes = /^(except\b|granulated|including\b|n-phenyl|l-alpha)/i;

/** The substance of a name as the Manual prints it: with an abbreviation, another name or such a note in parentheses, or after a slash. */
function asPrinted(name: string, names: DrugLaw['names']): string | undefined {
	const notes = [...name.matchAll(/\(((?:[^()]|\([^()]*\))*)\)/g)].map(([, words = '']) => words);
	const bare = name.replace(/\s*\((?:[^()]|\([^()]*\))*\)/g, ' ').trim();
	const ids = [bare, ...bare.split('/')].flatMap((part) =>
		spellingsOf(plain(part)).flatMap((one) => idOf(one, names) ?? []),
	);
	const [id] = ids;
	if (id === undefined || ids.some((other) => other !== id)) return undefined;
	const isSame = notes.every((note) => printedNotes.test(note.trim()) || idOf(plain(note), names) === id);
	return isSame ? id : undefined;
}

const spellingsOf = (name: string): string[] => [
	name,
	name.replace(/s$/, ''),
	name.replace(/ substances?$/, ''),
	`${name}s`,
];

/** The id of the substance that each name means, the first one where two are called the same. */
const idsByName = oncePer(({ substances }: DrugLaw['names']) => {
	const called = substances.flatMap(({ id, name, alsoCalled = [] }) =>
		[id, name, ...alsoCalled].map((one) => [plain(one), id] as const),
	);
	return new Map(called.toReversed());
});

const idOf = (given: string, names: DrugLaw['names']): string | undefined => idsByName(names).get(given);

const printedNames = oncePer(
	({ substances }: DrugLaw['names']) => new Map(substances.map(({ id, name }) => [id, name])),
);

/** The name of a substance as it is printed, with its form. */
export function substanceName(id: string, form: Form | undefined, { names }: DrugLaw): string {
	const name = printedNames(names).get(id) ?? id;
	return form === 'actual' ? `${name} (actual)` : form === 'ice' ? '“Ice”' : name;
}
