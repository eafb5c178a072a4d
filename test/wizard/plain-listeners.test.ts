import { getEventListeners } from 'node:events';
import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { plainDress } from '../../src/report/dress.ts';
import { interrupted } from '../../src/wizard/screen/asker.ts';
import { menu } from '../../src/wizard/screen/page.ts';
import { plainAsker } from '../../src/wizard/screen/plain.ts';

/** Node warns at the eleventh listener of one signal (Node 20), in the middle of a question. */
test('line by line, any number of questions wait for the end with one listener', async () => {
	const [input, output, stopped] = [new PassThrough(), new PassThrough(), new AbortController()];
	output.resume();
	let resuming = 0;
	const asker = plainAsker({
		...{ input, output, columns: () => 80, rows: () => 24, dress: plainDress, stopped: stopped.signal },
		suspend: async () => {},
		onResumed: () => {
			resuming++;
			return () => void resuming--;
		},
	});
	const page = menu('Which?', [{ value: 1, label: 'one' }]);
	for (let question = 0; question < 30; question++) {
		input.write('1\n');
		expect(await asker.ask(page)).toMatchObject({ value: 1 });
	}
	expect(getEventListeners(stopped.signal, 'abort')).toHaveLength(1);
	expect(resuming).toBe(0);
	const last = asker.ask(page);
	stopped.abort(interrupted());
	await expect(last).rejects.toMatchObject({ name: 'ExitPromptError' });
	asker.close();
});
