import { noneInTheWay } from '../calculation/criteria.ts';
import { factRelations } from '../metamorphic/fact-relations.ts';
import { type Relation, relationsOf } from '../metamorphic/relations.ts';
import type { Draft } from '../random/random.ts';
import { answered, type Property, type Trial, type Verdict } from './property.ts';
import { isNotBelow } from './ranges.ts';

/** One thing moved, as one of the relations moves it: the range may go but one way. */
function moved(relations: readonly Relation[], draft: Draft, { random, numbers }: Trial): Verdict {
	const before = answered(numbers(draft));
	for (let tries = 0; before && tries < 3; tries++) {
		const { name, never, change, unless } = random.pick(relations);
		const other = change(draft, random);
		const after = other && answered(numbers(other));
		if (!other || !after || unless?.(draft, other) !== undefined) continue;
		// A change in levels that belongs to both Manuals may settle what was undecided before (§1B1.11(b)(1)).
		const isSettled = before.edition.effectiveDate !== after.edition.effectiveDate;
		if (isSettled && draft['underOffenseDateManual'] !== undefined) continue;
		const [range, movedRange] = [before.guidelineRange, after.guidelineRange];
		const [lower, higher] = never === 'lower' ? [movedRange, range] : [range, movedRange];
		return isNotBelow(lower, higher) || `${name}: ${JSON.stringify([range, movedRange])} by ${JSON.stringify(other)}`;
	}
	return undefined;
}

const { levels, reductions, history, limits } = relationsOf;
const named = (relations: readonly Relation[], words: RegExp): Relation[] =>
	relations.filter(({ name }) => words.test(name));
const movement = (name: string, relations: readonly Relation[], first = (draft: Draft) => draft): Property => ({
	name,
	check: (trial) => moved(relations, first(trial.draft), trial),
});

/** Half as often: few cases can be moved so. */
const halved = (property: Property): Property => ({ ...property, share: 0.5 });

/** The case of somebody without points, who raises §4C1.1. */
function withoutPoints({ criminalHistoryCategory: _, priors: __, ...draft }: Draft): Draft {
	return { zeroPointOffender: noneInTheWay, ...draft, criminalHistoryPoints: 0 };
}

function withCount(draft: Draft): Draft {
	return { statutes: ['21:841(b)(1)(C)', '18:922(g)'], offenseDate: '2004-06-01', ...draft };
}

/** What one thing moved in a case does to its range. The exceptions that the law makes stand beside the relations. */
export const ofMoves: readonly Property[] = [
	movement('more levels never lower a range', levels),
	movement('more acceptance of responsibility never raises a range', named(reductions, /acceptance/)),
	movement('fast track never raises a range', named(reductions, /fast track/)),
	halved(movement('§4C1.1, where it applies, never raises a range', named(reductions, /§4C1\.1/), withoutPoints)),
	movement('a higher category or more points never lower a range', named(history, /category|points/)),
	halved(movement('Chapter Four, Part B, never lowers a range', named(history, /career/))),
	movement(
		'a higher minimum never lowers a range, nor does a lower maximum raise one',
		named(limits, /minimum$|maximum$/),
	),
	movement(
		'relief from the minimum never raises a range, and without it none is lower',
		named(limits, /relief|criterion/),
	),
	{ ...movement('a further count never lowers a range', named(limits, /count/), withCount), share: 0.3 },
	{ ...movement('more in the record never lowers a range', factRelations), ofRecord: true },
];
