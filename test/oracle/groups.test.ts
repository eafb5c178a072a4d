import { test } from 'vitest';
import { forRandomCases, program, rangeFacts, runs, same } from './compare.ts';
import { type GroupsCase, type Other, randomGroups } from './groups-cases.ts';
import { CATEGORIES } from './sentencing-table.ts';
import { afterChapterThree, isTerrorism } from './whole/chapter-three.ts';
import { combinedLevel, documentsLevel, levelOfGroup } from './whole/groups.ts';
import { levelsOf } from './whole/levels.ts';
import { answerOf } from './whole/range.ts';

/** The program against the second reading of Chapter Three, Parts A to D, with acceptance afterwards. */

function levelOf(edition: string, other: Other): number {
	if ('offenseLevel' in other) return other.offenseLevel;
	return afterChapterThree(edition, documentsLevel(other.enhancements), other.chapterThree);
}

const isSame = (other: Other): boolean => 'sameHarm' in other && other.sameHarm;

function expected(document: GroupsCase): unknown {
	const { edition: manual, baseOffenseLevel: base, otherGroups, chapterThree, adjustments } = document;
	const stated = adjustments.reduce((total, { levels }) => total + levels, base);
	const own = afterChapterThree(manual, stated, chapterThree);
	const first = levelOfGroup([own, ...otherGroups.filter(isSame).map((other) => levelOf(manual, other))]);
	const others = otherGroups.filter((other) => !isSame(other)).map((other) => levelOf(manual, other));
	const combined = combinedLevel(manual, [first, ...others]);
	const levels = levelsOf({ manual, base, combined, acceptance: document.acceptance });
	if (levels === 'refused') return levels;
	const named = [chapterThree, ...otherGroups.flatMap((other) => ('guideline' in other ? [other.chapterThree] : []))];
	const category = named.some(isTerrorism) ? 'VI' : CATEGORIES[document.criminalHistoryCategory - 1];
	const limits = { minimum: 0, maximum: undefined, isRelieved: false, hasLeastRange: false } as const;
	if (category === undefined) throw new Error('no such category');
	return rangeFacts(answerOf({ manual, category, levels, limits, asked: document.fastTrackLevels }));
}

test('Groups, Units and adjustments by name, in every edition', { timeout: 1_800_000 }, () => {
	forRandomCases(runs(4000, 400_000), randomGroups, (document) => {
		const answer = program(document);
		const other = expected(document);
		same(answer.refused && other !== 'refused' ? answer : rangeFacts(answer), other);
	});
});
