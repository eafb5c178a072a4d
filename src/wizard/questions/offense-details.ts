// What a statute that was named leaves to ask: the guideline, how a reentry case is entered, the count.
import { longDate } from '../../case/dates.ts';
import { parseField } from '../../case/parse.ts';
import { isReentry } from '../../case/reentry.ts';
import { citedAs } from '../../case/statute-names.ts';
import { guidelineText, isHeld } from './appendix-a.ts';
import { counts } from './counts.ts';
import { explain } from './explanations.ts';
import type { Choice, Context, Question } from './question.ts';
import { notHeldText, referredOf, sectionIn } from './read-offense.ts';
import { fromFacts, type NamedOffense, namedOffense, reentry } from './statute-answer.ts';

/** What a statute that was named leaves to ask, each where the answers so far call for it. */
export function offenseDetails(context: Context): Question[] {
	const named = namedOffense(context.answers['guideline']);
	if (!named) return [];
	return [
		...guidelineOf(named, context),
		...(isReentry(context.known) ? [reentryBy(context)] : []),
		...counts(context),
	];
}

/** Which guideline, where Appendix A names several, or that of the edition was not read. */
function guidelineOf(named: NamedOffense, context: Context): Question[] {
	const { sections, isOfEdition, note } = referredOf(named, context);
	const [only, another] = sections;
	if (only === undefined) return [askedGuideline(named, [], 'Appendix A is not held for it.', context)];
	if (another === undefined && (isOfEdition || isHeld(only, context))) return [];
	const { readIn } = context.provisions['statutory-index'];
	const read = isOfEdition
		? ''
		: `The Appendix A of ${longDate(readIn)} was read, and not that of this edition: check it.`;
	const does = [
		`Appendix A names ${sections.length === 1 ? 'it' : 'several: the offense charged decides'}.`,
		note && `${note}.`,
		read,
	];
	return [askedGuideline(named, sections, does.filter(Boolean).join(' '), context)];
}

function askedGuideline(named: NamedOffense, sections: readonly string[], does: string, context: Context): Question {
	const held = sections.filter((section) => isHeld(section, context));
	const inOrder = [...held, ...sections.filter((section) => !held.includes(section))];
	return {
		id: `guidelineOf/${named.statute}`,
		ask: `Which guideline covers ${named.sections.map(citedAs).join(', ')}?`,
		short: 'Guideline',
		provision: context.provisions['statutory-index'].provision,
		does,
		explanation: explain('guideline', context),
		choices: [
			...inOrder.map(
				(section): Choice => ({
					value: section,
					label: guidelineText(section, context),
					...(isHeld(section, context) ? {} : { effect: 'not held: bring its levels from the PSR' }),
					typed: [section, `§${section}`],
				}),
			),
			{ value: null, label: 'another: I know its base offense level', typed: ['another', 'other'] },
		],
		read: (text) => sectionIn(text) ?? (parseField('guideline', text) as string),
		say: (value) => guidelineText(String(value), context),
		note: (text) => {
			const section = sectionIn(text);
			return section === undefined || isHeld(section, context) ? undefined : notHeldText(section, context);
		},
		hint: 'a section such as 2B1.1',
		mustChoose: true,
		fields: (value) => (value === null ? {} : { guideline: value as string }),
		from: () => undefined,
	};
}

function reentryBy(context: Context): Question {
	return {
		id: 'reentryBy',
		ask: 'How do you want to enter the case?',
		short: 'Entered',
		provision: context.provisions.guideline(reentry)?.provision ?? '',
		does: 'Either you name the enhancement and the category, or the program works them out from the priors.',
		explanation: explain('guideline', context),
		choices: [
			{ value: reentry, label: 'by conclusions: I know the enhancement and the category', typed: ['conclusions'] },
			{ value: fromFacts, label: 'by facts: from priors and removals', typed: ['facts', 'priors'] },
		],
		default: reentry,
		fields: (value) => (value === fromFacts ? {} : { enhancements: [] }),
		from: () => undefined,
	};
}
