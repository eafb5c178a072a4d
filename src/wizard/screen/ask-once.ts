// A question on a screen that is redrawn, until it is answered or left.
import { search } from '@inquirer/prompts';
import type { Dress } from '../../report/dress.ts';
import { isRefused, type Reply, type Wish, wishIn } from './asker.ts';
import type { Layout } from './layout.ts';
import type { Option } from './meant.ts';
import type { Page } from './page.ts';
import type { Terminal } from './redrawn-terminal.ts';
import { completed } from './tab.ts';

/** Where the list stood when a question was left for an explanation or a new size: it is asked again from there. */
export type Places = WeakMap<Page, { active: Option | undefined; text: string }>;

/** What the word stands for at any question. */
const toDraft: Option = { value: null, label: 'keep every answer in a draft file, to finish later' };

/** Why a question that was left is asked again: the screen is drawn afresh, after a stop too, or what was typed is cleared. */
type Interruption = 'redrawn' | 'suspended' | 'cleared';

/** A question as it stands on the screen. */
interface Standing {
	page: Page;
	layout: Layout;
	/** The choice that the list stands at. */
	active: Option | undefined;
	/** What is typed. */
	text: string;
	/** What is typed is no answer. */
	isRefused: boolean;
	leave: (reason: Wish | Interruption) => void;
}

/** Puts a question; where it was left before, as it stood there. */
export async function askOnce(
	page: Page,
	layout: Layout,
	terminal: Terminal,
	places: Places,
): Promise<Reply | Interruption> {
	const { dress, input, output } = terminal;
	terminal.stopped.throwIfAborted(); // The library would ask, and hold on to the input for ever.
	const place = places.get(page) ?? { active: page.selected, text: '' };
	const wish = new AbortController();
	const leave = (reason: Wish | Interruption): void => {
		if (!wish.signal.aborted) places.set(page, { active: standing.active, text: standing.text });
		wish.abort(reason);
	};
	const standing: Standing = { page, layout, ...place, isRefused: false, leave };
	const hearNoLonger = hear(standing, terminal);
	try {
		const chosen = await search<Option>(
			{
				message: layout.message,
				source: (typed = '') => listed(standing, typed.trim()),
				...(place.active === undefined ? {} : { default: place.active }),
				...(place.text === '' ? {} : { initialValue: place.text }),
				pageSize: layout.pageSize,
				theme: themeOf(standing, dress),
			},
			{ input, output, signal: AbortSignal.any([wish.signal, terminal.stopped]), clearPromptOnDone: true },
		);
		return chosen === toDraft ? 'draft' : chosen;
	} catch (error) {
		if (!wish.signal.aborted || terminal.stopped.aborted) throw error;
		return wish.signal.reason as Wish | Interruption;
	} finally {
		hearNoLonger();
	}
}

/** Hears the keys that leave a question, and what redraws it; answers how to hear no longer. */
function hear(standing: Standing, { input, output, onResumed }: Terminal): () => void {
	const onKey = (_: unknown, key: { name?: string } | undefined): void => leaveBy(key?.name, standing);
	const onRedraw = (): void => standing.leave('redrawn');
	const onSuspend = (): void => standing.leave('suspended');
	input.on('keypress', onKey);
	input.on('suspend', onSuspend);
	output.on('resize', onRedraw);
	const hearNoLonger = onResumed(onRedraw);
	return () => {
		input.off('keypress', onKey);
		input.off('suspend', onSuspend);
		output.off('resize', onRedraw);
		hearNoLonger();
	};
}

function leaveBy(key: string | undefined, standing: Standing): void {
	if (key === 'tab') {
		if (!standing.isRefused) standing.text = completed(standing.active, standing.text, standing.page);
		standing.leave('cleared');
		return;
	}
	const isArrow = key === 'up' || key === 'down';
	if (key !== 'escape' && !(isArrow && standing.isRefused)) return;
	const isTyped = standing.text !== '';
	standing.text = '';
	standing.leave(isTyped ? 'cleared' : 'back');
}

/** The list below what was typed. */
function listed(standing: Standing, text: string) {
	const { page, layout } = standing;
	const wanted = text === standing.text ? undefined : wishIn(text, page);
	// A word may go on and be an answer: Enter says that it is one.
	if (wanted === 'draft') return [{ value: toDraft, name: toDraft.label }];
	if (wanted) standing.leave(wanted);
	else standing.text = text;
	const meant = text === '' ? page.options : page.typed(text);
	standing.isRefused = text !== '' && isRefused(meant);
	return standing.isRefused ? [refusedWith(meant, standing)] : meant.map((option) => choiceOf(option, layout));
}

function choiceOf(option: Option, { optionText }: Layout) {
	const { name, outcome } = optionText(option);
	return {
		value: option,
		name,
		// The reason stands in the name, which is broken to the width; the library wants a text all the same.
		...(option.refusal === undefined ? {} : { disabled: ' ' }),
		...(outcome === undefined ? {} : { description: outcome }),
	};
}

/** What was typed is no answer: says why, above the list, of which nothing can be taken as long as it stands there. */
function refusedWith(meant: readonly Option[], { page, layout }: Standing) {
	const others = page.options.filter((option) => !meant.includes(option));
	const lines = [...meant, ...others].flatMap((option) => layout.optionText(option).name.split('\n  '));
	return { value: meant[0] as Option, name: lines.slice(0, layout.pageSize).join('\n  '), disabled: ' ' };
}

function themeOf(standing: Standing, dress: Dress) {
	const { page, layout } = standing;
	return {
		prefix: { idle: dress.strong('?'), done: '' },
		icon: { cursor: dress.ascii ? '>' : '❯' },
		style: {
			message: (text: string) => dress.bold(text),
			highlight: (text: string) => {
				standing.active = page.options.find((option) => text.endsWith(layout.optionText(option).name));
				return dress.strong(text);
			},
			disabled: (text: string) => `- ${text.trimEnd()}`,
			description: (text: string) => dress.bold(text),
			searchTerm: (text: string) => text,
			error: (text: string) => dress.alert(text),
			keysHelpTip: () => layout.footer,
		},
	};
}
