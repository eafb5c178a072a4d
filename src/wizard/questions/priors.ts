// The list of priors, edited.
import { InputError } from '../../case/errors.ts';
import type { GivenPrior } from '../../case/schema.ts';
import { keepAnswers, put, type Session } from '../conversation/dialog.ts';
import { answer, contextOf, type Interview } from '../interview/interview.ts';
import type { Option } from '../screen/meant.ts';
import { answerText, fieldPage, menu } from '../screen/page.ts';
import { explain } from './explanations.ts';
import { fieldPathOf, nameOf, priorQuestion } from './facts.ts';
import { keysIn } from './field-schema.ts';
import { inQuestions } from './in-questions.ts';
import { describe, scoreText, termAndScore, totalText } from './prior-score.ts';
import { withoutTies } from './prior-ties.ts';
import { askedFirst, priorWords, saidOnlyIfSo } from './prior-words.ts';
import { type CaseSoFar, type Context, isUnknown, type Question, type Value } from './question.ts';
import { scoresOf } from './scores-of-priors.ts';

/** The list of priors while it is edited, and the case around it. */
interface Editing {
	session: Session;
	context: Context;
	priors: readonly GivenPrior[];
}

/** Adds, edits, copies and removes priors until the list is done; undefined where the user goes back. */
export async function editPriors(
	session: Session,
	interview: Interview,
	question: Question,
): Promise<Interview | undefined> {
	const isCase = interview === session.interview;
	let editing: Editing = {
		session,
		context: contextOf(interview, session.host.setting),
		priors: withFacts((interview.answers[question.id] ?? []) as unknown as GivenPrior[], interview),
	};
	interview = withoutFacts(interview, editing.priors);
	for (;;) {
		const chosen = await put(session, listPage(editing, question), question.explanation);
		if (chosen === 'back') return undefined;
		if (chosen.value === 'done') return answer(interview, question, editing.priors as unknown as Value);
		const priors =
			chosen.value === 'add' ? await addPrior(editing, {}) : await editPrior(editing, Number(chosen.value));
		editing = { ...editing, priors };
		interview = { ...interview, answers: { ...interview.answers, [question.id]: priors as unknown as Value } };
		if (isCase) await keepAnswers(session, { interview });
	}
}

/** The question that asks for a fact of a prior apart from the list names it so. */
const factId = ({ id }: GivenPrior, key: string): string => `facts/priors/${id}/${key}`;

/** The priors with what was asked about them later. */
export function withFacts(priors: readonly GivenPrior[], { answers }: Interview): GivenPrior[] {
	const keys = keysIn('priors');
	return priors.map((prior) => {
		const asked = keys.map((key) => [key, answers[factId(prior, key)]] as const);
		const facts = asked.filter(([, value]) => value !== undefined && !isUnknown(value));
		const asFacts = Object.fromEntries(facts);
		// The day of a date that the prior has as a month or a year was asked for later.
		return { ...asFacts, ...prior, ...asFacts };
	});
}

/** The answers without what now stands in the priors themselves, so that no other prior of that name inherits it. */
function withoutFacts({ answers, trail }: Interview, priors: readonly GivenPrior[]): Interview {
	const keys = keysIn('priors');
	const moved = new Set(priors.flatMap((prior) => keys.map((key) => factId(prior, key))));
	return {
		answers: Object.fromEntries(Object.entries(answers).filter(([id, value]) => !moved.has(id) || isUnknown(value))),
		trail: trail.filter((id) => !moved.has(id) || isUnknown(answers[id])),
	};
}

function listPage({ priors, context }: Editing, { ask, provision, does }: Question) {
	const done = priors.length === 0 ? 'none' : 'these are all';
	const options: Option[] = [
		{ value: 'done', label: done, typed: ['done'] },
		{ value: 'add', label: 'add a prior sentence' },
		...priors.map(
			(prior, index): Option => ({
				value: index,
				label: nameOf(prior),
				effect: describe(prior),
				outcome: scoreText(prior, priors, context),
			}),
		),
	];
	const selected = priors.length === 0 ? options[1] : options[0];
	return menu(ask, options, { provision, does, selected, standing: totalText(priors, context) });
}

/** Asks about a new prior; the list as it was where the user goes back. */
async function addPrior(editing: Editing, like: GivenPrior): Promise<readonly GivenPrior[]> {
	const index = editing.priors.length;
	let added: Editing = { ...editing, priors: [...editing.priors, { ...like, id: String(index + 1) }] };
	for (let at = 0; at < askedFirst.length; ) {
		const asked = await askKey(added, index, askedFirst[at] as keyof GivenPrior);
		if (asked) added = at === 0 ? { ...asked, priors: called(asked.priors, index) } : asked;
		else if (at === 0) return editing.priors;
		at += asked ? 1 : -1;
		if (!asked) backInPrior(added, index, askedFirst[at] as keyof GivenPrior);
	}
	added = await askMissing(await askMore(added, index), index);
	sayScore(added, index);
	return added.priors;
}

const linesOfPriors = 'line/priors/';

/** The line of a key of the prior that is being entered. */
const lineOf = (index: number, key: keyof GivenPrior): string => `${linesOfPriors}${index}/${key}`;

/** Takes away the line of the key that is asked again. */
function backInPrior({ session, priors }: Editing, index: number, key: keyof GivenPrior): void {
	const backTo = `Prior ${nameOf(priors[index] as GivenPrior)}: ${priorWords[key].ask}`;
	session.host.asker.unsettle((id) => id === lineOf(index, key), backTo);
}

/** The priors with one called by its label, and a number where another has the same: so it stands in the answer. */
function called(priors: readonly GivenPrior[], index: number): readonly GivenPrior[] {
	const prior = priors[index] as GivenPrior;
	const label = prior.label?.trim() || String(index + 1);
	const others = priors.filter((each) => each !== prior).map(({ id }) => id);
	let id = label;
	for (let number = 2; others.includes(id); number++) id = `${label} ${number}`;
	return priors.with(index, { ...prior, id });
}

/** Asks one key of a prior; undefined where the user goes back. */
async function askKey(
	editing: Editing,
	index: number,
	key: keyof GivenPrior,
	missing?: InputError,
): Promise<Editing | undefined> {
	const { session, context, priors } = editing;
	const known: CaseSoFar = { ...context.known, priors: [...priors] };
	const plain = priorQuestion({ index, key }, known, context, {
		id: `priors/${key}`,
		does: askedFirst.includes(key) ? '' : 'Left out, it is taken as not so.',
		explanation: explain('priors', context),
	});
	// A month or a year that stands there already is no answer where its day decides.
	const isInexact = missing?.question !== undefined && priors[index]?.[key] !== undefined;
	const question = isInexact ? { ...plain, ask: missing.question as string } : plain;
	const given = isInexact ? undefined : (priors[index]?.[key] as Value | undefined);
	const option = await put(session, fieldPage(question, given), question.explanation);
	if (option === 'back' || isUnknown(option.value)) return undefined;
	session.host.asker.settled(question.ask, answerText(question, option.value), lineOf(index, key));
	return { ...editing, priors: question.fields(option.value).priors as readonly GivenPrior[] };
}

/** What counts only where it is said: asked as one question, so that an ordinary prior costs one key. */
async function askMore(editing: Editing, index: number): Promise<Editing> {
	for (;;) {
		const prior = editing.priors[index] as GivenPrior;
		const options: Option[] = [
			{ value: null, label: 'nothing more', key: 'n' },
			...saidOnlyIfSo.map((key): Option => ({ value: key, label: `${priorWords[key].short}: ${priorWords[key].ask}` })),
		];
		const page = menu(
			`Prior ${nameOf(prior)}: revoked, supervised, under eighteen, never counted, tied to another?`,
			options,
		);
		const chosen = await put(editing.session, page, explain('priors', editing.context));
		if (chosen === 'back' || chosen.value === null) return editing;
		editing = (await askKey(editing, index, chosen.value as keyof GivenPrior)) ?? editing;
	}
}

/** Asks what the points of the edition still need to know about priors. */
async function askMissing(editing: Editing, index: number): Promise<Editing> {
	for (;;) {
		const missing = scoresOf(editing.priors, editing.context.known, editing.context);
		if (!(missing instanceof InputError)) return editing;
		const [field, at, key] = fieldPathOf(missing.path);
		if (missing.code !== 'facts-missing') {
			editing.session.host.asker.say(`Prior ${nameOf(editing.priors[index] as GivenPrior)}: ${inQuestions(missing)}`);
			return editing;
		}
		if (field !== 'priors' || typeof at !== 'number' || typeof key !== 'string') return editing;
		const asked = await askKey(editing, at, key as keyof GivenPrior, missing);
		if (!asked) return editing;
		editing = asked;
	}
}

function sayScore({ session, priors, context }: Editing, index: number): void {
	const prior = priors[index] as GivenPrior;
	session.host.asker.say(`Prior ${nameOf(prior)}: ${termAndScore(prior, priors, context)}`);
}

/** Shows a prior key by key, to change one, copy the prior or remove it. */
async function editPrior(editing: Editing, index: number): Promise<readonly GivenPrior[]> {
	for (;;) {
		const prior = editing.priors[index] as GivenPrior;
		const keys = keysIn('priors').filter((key) => key !== 'id') as (keyof GivenPrior)[];
		const options: Option[] = [
			{ value: null, label: 'back to the list' },
			{ value: 'copy', label: 'copy this prior' },
			{ value: 'remove', label: 'remove this prior' },
			...keys.map((key): Option => ({ value: { key }, label: `${priorWords[key].short}: ${said(prior[key])}` })),
		];
		const page = menu(`Prior ${nameOf(prior)}`, options, {
			standing: termAndScore(prior, editing.priors, editing.context),
		});
		const chosen = await put(editing.session, page, explain('priors', editing.context));
		if (chosen === 'back' || chosen.value === null) return editing.priors;
		if (chosen.value === 'copy') return addPrior(editing, prior);
		if (chosen.value === 'remove') {
			const { asker } = editing.session.host;
			asker.unsettle((id) => id.startsWith(linesOfPriors));
			asker.say(`Prior ${nameOf(prior)} is removed.`);
			return editing.priors.filter((each) => each !== prior).map((each) => withoutTies(each, prior));
		}
		const { key } = chosen.value as { key: keyof GivenPrior };
		const asked = await askKey(editing, index, key);
		if (asked) editing = await askMissing(asked, index);
	}
}

function said(value: unknown): string {
	if (value === undefined) return 'not given';
	return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
