/** The colors of a picture, one set for light pages and one for dark. */
const looks = {
	light: { paper: '#ffffff', edge: '#d0d7de', ink: '#1f2328', quiet: '#59636e', done: '#1a7f37', answer: '#0550ae' },
	dark: { paper: '#0d1117', edge: '#3d444d', ink: '#f0f6fc', quiet: '#9198a1', done: '#3fb950', answer: '#79c0ff' },
} as const;
type Look = Readonly<Record<keyof (typeof looks)['light'], string>>;

const size = { font: 14, column: 8.43, line: 20, margin: 20, columns: 80 };

/** The pictures of a session, by file name: its questions with their answers, and the answer of the program. */
export const picturesOf = (session: string): [file: string, svg: string][] =>
	Object.entries(looks).map(([name, look]) => [`session-${name}.svg`, pictureOf(linesOf(session), look)]);

const linesOf = (session: string): string[] => {
	const lines = session.split('\n');
	const first = lines.findIndex((line) => line.startsWith('✓'));
	const last = lines.findIndex((line) => /^ {2}Edition /.test(line));
	return ['$ ussg', '', ...lines.slice(first, last + 1)];
};

function pictureOf(lines: readonly string[], look: Look): string {
	const width = Math.ceil(size.columns * size.column + 2 * size.margin);
	const height = lines.length * size.line + 2 * size.margin;
	const answered = lines.findLastIndex((line) => line.startsWith('✓')) + 1;
	const rows = lines.map((line, row) => {
		const goesOn = row < answered && line.startsWith('  ');
		return rowOf(line, size.margin + row * size.line + size.font, goesOn ? { ...look, ink: look.answer } : look);
	});
	return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="what">
<title id="what">A session: eight answers, and the range of 70 to 87 months with every step</title>
<rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="8" fill="${look.paper}" stroke="${look.edge}"/>
<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="${size.font}" fill="${look.ink}" xml:space="preserve">
${rows.filter((row) => row !== '').join('\n')}
</g>
</svg>
`;
}

function rowOf(line: string, y: number, look: Look): string {
	if (line === '') return '';
	const at = `<text x="${size.margin}" y="${y}"`;
	const [, tick, question, answer] = /^(✓)( .*?\?)( .*)$/.exec(line) ?? [];
	if (tick !== undefined) {
		return `${at}><tspan fill="${look.done}">${tick}</tspan>${escaped(question ?? '')}<tspan fill="${look.answer}">${escaped(answer ?? '')}</tspan></text>`;
	}
	if (line.startsWith('Guideline range')) return `${at} font-weight="bold">${escaped(line)}</text>`;
	return `${at} fill="${line.startsWith('$') ? look.quiet : look.ink}">${escaped(line)}</text>`;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
