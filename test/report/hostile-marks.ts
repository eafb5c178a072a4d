/** What a text may hold that nobody sees and a terminal, a browser or a word processor obeys, spelled one by one. */
export const marks: readonly string[] = [
	// C0 but the line break, which outputs may hold of their own; DEL; C1 (ECMA-48).
	...Array.from({ length: 32 }, (_, at) => String.fromCharCode(at)).filter((mark) => mark !== '\n'),
	'\x7f',
	...Array.from({ length: 32 }, (_, at) => String.fromCharCode(0x80 + at)),
	// Marks that turn the direction of writing (UAX #9).
	...'\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069',
	// Marks of no width: soft hyphen, joiners, word joiner, invisible operators, byte order mark, fillers, selectors, tags.
	...'\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b\u180e\u200b\u200c\u200d\u2060\u2061\u2062\u2063\u2064\u206a\u206f\u3164',
	...'\ufe00\ufe0f\ufeff\uffa0',
	'\u{e0001}',
	'\u{e0041}',
	'\u{e0100}',
	// Ends of lines and paragraphs, halves of characters, and what is no character.
	'\u2028',
	'\u2029',
	'\ud800',
	'\udfff',
	'\ufdd0',
	'\ufffe',
	'\uffff',
	'\u{1ffff}',
];

const half = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** Those that stand in a text as they are, by their numbers. */
export function marksIn(text: string, except: readonly string[] = []): string[] {
	const whole = marks.filter((mark) => mark !== '\ud800' && mark !== '\udfff');
	const found = whole.filter((mark) => !except.includes(mark) && text.includes(mark));
	if (half.test(text)) found.push('\ud800');
	return found.map((mark) => (mark.codePointAt(0) as number).toString(16));
}

/** A colour, a title of the window, a link, the same with C1, and all marks apart; then markup, and formulas. */
export const unsafe = [
	'\u001b[31mred\u001b[0m \u001b]0;owned\u0007 \u001b]8;;http://x.example\u001b\\link \u009b31m \u009d0;owned\u009c',
	marks.map((mark) => `a${mark}b`).join(''),
	'two\nlines\r\nand\ttabs',
	'<script>document.title="owned"</script> ![i](http://x.example/i.png) $x$ :smile: {{y}} &lt;',
	'x;=1+1; =1+1,\uff1d1+1|+cmd|\' /C calc\'!A0;"=1+1";@SUM(1);-1+1',
].join(' ');
