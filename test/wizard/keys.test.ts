import { PassThrough } from 'node:stream';
import type { ReadStream } from 'node:tty';
import { beforeEach, describe, expect, test } from 'vitest';
import { keysOf } from '../../src/wizard/screen/keys.ts';
import { meant } from '../../src/wizard/screen/meant.ts';
import type { Page } from '../../src/wizard/screen/page.ts';
import { promptAsker } from '../../src/wizard/screen/prompts.ts';
import { stillTerminal, virtualTerminal } from './virtual-terminal.ts';

/** A question that takes any text, and notes what it was asked to read. */
function label(read: string[] = []): Page {
	const reading = (text: string) => {
		read.push(text);
		return { value: text, label: text };
	};
	return {
		ask: 'Label?',
		provision: undefined,
		does: '',
		options: [],
		selected: undefined,
		takesAnyText: true,
		typed: (text) => meant(text, [], { read: reading, takesAnyText: true }),
		standing: undefined,
	};
}

function opened() {
	const { output, screen } = virtualTerminal(80, 24);
	const input = Object.assign(new PassThrough(), { setRawMode: () => input }) as PassThrough & { setRawMode: unknown };
	let written = '';
	const write = output.write.bind(output);
	output.write = ((chunk: string | Uint8Array, ...rest: never[]) => {
		written += String(chunk);
		return write(chunk, ...rest);
	}) as typeof output.write;
	const asker = promptAsker({
		...stillTerminal,
		input: keysOf(input as unknown as ReadStream, output),
		output,
	});
	return { asker, input, screen, written: () => written };
}

let terminal: ReturnType<typeof opened>;
beforeEach(() => {
	terminal = opened();
});
const turns = () => new Promise((resolve) => setTimeout(resolve, 50));
const marked = (text: string): string => `\x1b[200~${text}\x1b[201~`;

/** What the question is given where something is sent, and then Enter. */
async function answered(...sent: (string | Buffer)[]): Promise<unknown> {
	const reply = terminal.asker.ask(label());
	await turns();
	for (const part of sent) terminal.input.write(part);
	await turns();
	terminal.input.write('\r');
	const given = await reply;
	return typeof given === 'string' ? given : given.value;
}

describe('a paste', () => {
	test.each([
		['that the terminal marks', marked('x'.repeat(2000))],
		['that it does not', 'x'.repeat(2000)],
	])('of 2,000 characters, %s: is read and drawn once or twice, and not at each of them', async (_, sent) => {
		const read: string[] = [];
		const reply = terminal.asker.ask(label(read));
		await turns();
		terminal.input.write(sent);
		await turns();
		terminal.input.write('\r');
		expect(await reply).toMatchObject({ value: 'x'.repeat(2000) });
		expect(read.length).toBeLessThan(10);
	});

	test('of several lines answers one question, and only once Enter says so', async () => {
		const pages = [label(), label()];
		const first = terminal.asker.ask(pages[0] as Page);
		await turns();
		terminal.input.write(marked('1995\r\n\r\n(b)(2)\tV\n\n'));
		await turns();
		expect(await Promise.race([first, turns().then(() => 'waits')])).toBe('waits');
		terminal.input.write('\r');
		expect(await first).toMatchObject({ value: '1995 (b)(2) V' });
	});

	test.each([
		['in pieces', ['\x1b[200~minor ', 'ro', 'le\x1b[20', '1~'], 'minor role'],
		['between keys', [`a${marked('bc')}d`], 'abcd'],
		['twice', [`${marked('ab\n')}${marked('cd')}`], 'abcd'],
		['with keys in it', [marked('a\x7f\x1b[A\x15b')], 'a [A b'],
		['with marks that are not seen', [marked('re\u00adentry\u202e')], 'reentry'],
		[
			'with a letter cut in two',
			[Buffer.from('\x1b[200~caf\u00e9').subarray(0, 10), Buffer.from([0xa9, 0x1b]), '[201~'],
			'café',
		],
	])('%s', async (_, sent, expected) => {
		expect(await answered(...sent)).toBe(expected);
	});

	test.each([
		['marked', [marked('x'.repeat(100_000))]],
		['in pieces', ['\x1b[200~', ...Array.from({ length: 25 }, () => 'x'.repeat(4000)), '\x1b[201~']],
		['not marked', Array.from({ length: 25 }, () => 'x'.repeat(4000))],
	])('of 100,000 characters, %s: one more than any answer has', async (_, sent) => {
		expect(await answered(...sent)).toBe('x'.repeat(10_001));
	});

	test('that never ends is given up with Ctrl-C', async () => {
		const reply = terminal.asker.ask(label());
		await turns();
		terminal.input.write('\x1b[200~abc');
		await turns();
		terminal.input.write('\x03');
		await expect(reply).rejects.toMatchObject({ name: 'ExitPromptError' });
	});
});

test('Ctrl-C waits for nothing that was typed before it', async () => {
	const read: string[] = [];
	const reply = terminal.asker.ask(label(read));
	await turns();
	terminal.input.write(`${'a\x01'.repeat(1000)}\r\x03`);
	await expect(reply).rejects.toMatchObject({ name: 'ExitPromptError' });
	expect(read.length).toBeLessThan(10);
});

test('pastes are marked only while a question stands', async () => {
	await answered('text');
	expect(terminal.written().match(/\x1b\[\?2004[hl]/g)).toEqual(['\x1b[?2004h', '\x1b[?2004l']);
});
