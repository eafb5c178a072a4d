// What the client is convicted of: the first question about the offense.
import { isReentry } from '../../case/reentry.ts';
import { citedAs } from '../../case/statute-names.ts';
import { sectionsIn, withOwnLevel } from '../../law/guidelines.ts';
import { guidelineText, isHeld } from './appendix-a.ts';
import { countFields } from './counts.ts';
import { explain } from './explanations.ts';
import type { CaseSoFar, Choice, Context, Question, Value } from './question.ts';
import { notHeldText, readOffense, referredOf } from './read-offense.ts';
import { fromFacts, namedOffense, reentry } from './statute-answer.ts';

/** What the client is convicted of: a statute, a name or a section leads to the guideline. */
export function offense(context: Context): Question[] {
	return [
		{
			id: 'guideline',
			ask: 'What is the client convicted of?',
			short: 'Offense',
			provision: context.provisions['statutory-index'].provision,
			does: 'Leads to the guideline. A statute that is held brings its minimum, maximum and class too.',
			explanation: explain('guideline', context),
			choices: [...reentryChoices(context), ...heldChoices(context), other],
			read: (text) => readOffense(text, context),
			say: (value) => sayOffense(value, context),
			note: (text) => noteOn(text, context),
			hint: 'a statute (8 USC 1326), a name (smuggling) or a section (2L1.1)',
			mustChoose: true,
			fields: (value) => fieldsOf(value, context),
			from: ({ guideline, enhancements, priors }) => {
				if (guideline === undefined) return null;
				if (!isReentry({ guideline })) return guideline;
				return enhancements === undefined && priors !== undefined ? fromFacts : reentry;
			},
		},
	];
}

const other: Choice = {
	value: null,
	label: 'another offense: I know its base offense level',
	typed: ['other', 'another', 'base offense level'],
};

function reentryChoices(context: Context): Choice[] {
	const { names } = context.provisions['statutory-index'];
	const called = names.find(({ section }) => isReentry({ guideline: section }))?.alsoCalled ?? [];
	const label = guidelineText(reentry, context);
	return [
		{
			value: reentry,
			label,
			effect: `base offense level ${context.provisions.guideline(reentry)?.base.rows[0]?.levels}`,
			typed: [reentry, ...called],
		},
		{ value: fromFacts, label: `${label}, worked out from priors and removals` },
	];
}

function heldChoices(context: Context): Choice[] {
	const { law, editionDate, provisions } = context;
	return sectionsIn(law, editionDate).flatMap((section): Choice[] => {
		const guideline = withOwnLevel(provisions.guideline(section));
		if (!guideline || isReentry({ guideline: section })) return [];
		const levels = guideline.base.rows.map((row) => row.levels);
		const numbers = [...new Set(levels.filter((level) => typeof level === 'number'))].sort((a, b) => a - b);
		const effect = levels.includes('drug-quantity')
			? 'base offense level by the drugs'
			: `base offense level ${numbers.join(', ').replace(/, (\d+)$/, ' or $1')}`;
		const typed = [section, ...guideline.alsoCalled, guideline.title];
		return [{ value: section, label: guidelineText(section, context), effect, typed }];
	});
}

/** `8 U.S.C. § 1326: §2L1.2 unlawful reentry`. */
function sayOffense(value: Value, context: Context): string {
	const named = namedOffense(value);
	if (!named) return guidelineText(String(value), context);
	const { sections } = referredOf(named, context);
	const where = sections.length === 1 ? guidelineText(sections[0] as string, context) : 'the guideline is asked next';
	return `${named.sections.map(citedAs).join(', ')}: ${where}`;
}

/** What to bring where the guideline has no questions of its own here. */
function noteOn(text: string, context: Context): string | undefined {
	const value = readOffense(text, context);
	const named = namedOffense(value);
	const sections = named ? referredOf(named, context).sections : [String(value)];
	const [section] = sections;
	if (section === undefined || sections.length > 1 || isHeld(section, context)) return undefined;
	return notHeldText(section, context);
}

function fieldsOf(value: Value, context: Context): CaseSoFar {
	if (value === null) return {};
	const named = namedOffense(value);
	if (!named) {
		if (value === fromFacts) return { guideline: reentry };
		if (isReentry({ guideline: String(value) })) return { guideline: reentry, enhancements: [] };
		return sectionAsked(String(value), context);
	}
	const { sections, isOfEdition } = referredOf(named, context);
	const [section] = sections;
	const isSure = section !== undefined && sections.length === 1 && (isOfEdition || isHeld(section, context));
	return { ...(isSure ? sectionAsked(section, context) : {}), ...countFields(named, context) };
}

/** The guideline of the case; none where it takes the level of another one, which is asked for as a level. */
function sectionAsked(section: string, { provisions, known }: Context): CaseSoFar {
	const held = provisions.guideline(section);
	const isAsLevel = held !== undefined && withOwnLevel(held) === undefined && known.offense === undefined;
	return isAsLevel ? {} : { guideline: section };
}
