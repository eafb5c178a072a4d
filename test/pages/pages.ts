import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The pages that a reader is shown: README, everything in docs/, and the other pages beside README. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Page {
	/** Its path from the root, such as "docs/batch.md". */
	readonly name: string;
	readonly text: string;
}

const page = (name: string): Page => ({ name, text: readFileSync(join(root, name), 'utf8') });
const markdownIn = (folder: string): string[] =>
	readdirSync(join(root, folder))
		.filter((file) => file.endsWith('.md'))
		.map((file) => `${folder}/${file}`);

/** The pages whose examples run: README first, then those of docs/ by name. */
export const pages: readonly Page[] = ['README.md', ...markdownIn('docs').sort()].map(page);

/** The pages whose links are checked. */
export const linkedPages: readonly Page[] = [
	...pages,
	...['CHANGELOG.md', 'CONTRIBUTING.md', 'SECURITY.md', 'tables/README.md', ...markdownIn('.github')].map(page),
];

/** The links of a page to places in this repository: the file, by its path from the root, and the heading, if any. */
export const linksOf = ({ name, text }: Page): { link: string; file: string; heading: string | undefined }[] =>
	[...withoutCode(text).matchAll(/(?:\]\(|src(?:set)?=")([^)"\s]+)[)"]/g)]
		.map(([, link]) => link as string)
		.filter((link) => !/^[a-z]+:/.test(link))
		.map((link) => {
			const [path = '', heading] = link.split('#');
			return { link, file: path === '' ? name : normalize(join(dirname(name), path)), heading };
		});

/** The anchors of a page, as GitHub makes them of its headings. */
export const anchorsOf = (text: string): string[] =>
	[...withoutCode(text).matchAll(/^#+ (.*)$/gm)].map(([, heading]) =>
		(heading as string)
			.toLowerCase()
			.replaceAll(/[^\p{L}\p{N} _-]/gu, '')
			.replaceAll(' ', '-'),
	);

const withoutCode = (text: string): string =>
	text.replaceAll(/^ *```[\s\S]*?^ *```$/gm, '').replaceAll(/`[^`\n]*`/g, '');
