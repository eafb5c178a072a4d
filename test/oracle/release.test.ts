import { test } from 'vitest';
import { forRandomCases, program, runs, same } from './compare.ts';
import { randomRelease } from './release-cases.ts';
import { type ReleaseCase, releaseOf } from './whole/release.ts';

/** The program against the second reading of §§5D1.1 and 5D1.2, by the counts of conviction. */

const orders: Record<string, string> = {
	required: 'shall',
	'required-if-more-than-one-year': 'shall-above-one-year',
	may: 'may',
	'should-when-warranted': 'should-if-warranted',
	'ordinarily-should-not': 'ordinarily-not',
};

function compare(document: ReleaseCase): void {
	const answer = program(document);
	const { imposition, minimumYears, maximumYears } = releaseOf(document);
	const release = answer.supervisedRelease;
	const mine = release && [release.order, release.term.minimumMonths, release.term.maximumMonths];
	same(answer.refused ? answer : mine, [orders[imposition], 12 * minimumYears, 12 * maximumYears]);
}

test('supervised release after drug counts and others', { timeout: 1_800_000 }, () => {
	forRandomCases(runs(3000, 200_000), randomRelease, compare);
});
