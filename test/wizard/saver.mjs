// Answers one question again and again with a draft, as fast as it is saved, and says each answer that the
// conversation has taken. It is there to be killed.
import { writeSync } from 'node:fs';
import { draftFile } from '../../dist/src/commands/files/draft-file.js';
import { bundledLaw } from '../../dist/src/law/bundled.js';
import { runSession } from '../../dist/src/wizard/conversation/session.js';
import { decodeDraft } from '../../dist/src/wizard/interview/draft.js';
import { replyOf } from '../../dist/src/wizard/screen/plain.js';

const [file] = process.argv.slice(2);
const first = ['1995', '2L1.2', '(b)(2)', '', '3', 'V', '', ''];
let number = 0;

const asker = {
	columns: () => 80,
	clean: (text) => text,
	close: () => {},
	say: () => {},
	explain: () => {},
	show: () => {},
	shown: () => {},
	unsettle: () => {},
	settled: (question) => {
		if (question.startsWith('Caption')) writeSync(1, `${number}\n`);
	},
	ask: async (page) => {
		if (page.ask.startsWith('Caption')) return replyOf(`answer ${++number}`, page);
		if (page.ask.startsWith('All answers')) return page.options.find(({ value }) => value === 'caption');
		return replyOf(first.shift(), page);
	},
};

const drafts = draftFile();
const text = await drafts.read(file);
await runSession(
	{ setting: { law: bundledLaw, today: '2025-12-01' }, asker, writeDraft: drafts.write, flagOf: () => undefined },
	text === undefined ? undefined : decodeDraft(text),
	file,
);
