// Terms of supervised release that may run longer (§5D1.2(b)).
import type { Months } from '../../case/months.ts';
import type { Provisions } from '../../law/schema.ts';
import { isListed, longerReleaseOf } from '../statutes/release-terms.ts';
import type { Row } from '../statutes/row.ts';

type LongerTerm = NonNullable<Provisions['5D1.2']['longerTerms']>[number];

/** What lets a term of supervised release run up to life, and what recommends the longest one (§5D1.2(b), until 2025). */
export interface LongerRelease {
	/** The statute that authorizes it. */
	authorizedBy: string | undefined;
	/** The provision of the Manual that takes it up. */
	upToLife: string | undefined;
	/** The policy statement. */
	recommendedBy: string | undefined;
}

/** The same for the counts of a case; `day` is that of the offense. */
export function longerRelease(rows: readonly Row[], provisions: Provisions, day: string): LongerRelease {
	const { longerTerms = [] } = provisions['5D1.2'];
	const { statutes: rules } = provisions;
	const authorized = rows.flatMap((row) => longerReleaseOf(row, rules, day) ?? []);
	const met = longerTerms.filter((term) =>
		rows.some((row) => isListed(row, term.offenses, rules) && row.facts[term.needs] === true),
	);
	return {
		authorizedBy: authorized[0]?.provision,
		upToLife: met.find((term) => term.upToLife)?.provision,
		recommendedBy: met.find((term) => term.recommended !== undefined)?.recommended,
	};
}

/** A count whose term turns on a fact that the case does not give, and the rule that asks for it. */
export interface OpenRelease {
	row: Row;
	fact: LongerTerm['needs'];
	words: string;
	provision: string;
}

export function openRelease(rows: readonly Row[], provisions: Provisions): OpenRelease | undefined {
	const { longerTerms = [] } = provisions['5D1.2'];
	const found = longerTerms.flatMap((term) =>
		rows
			.filter((row) => isListed(row, term.offenses, provisions.statutes) && row.facts[term.needs] === undefined)
			.map((row) => ({ row, fact: term.needs, words: term.words, provision: term.provision })),
	);
	return found[0];
}

/** The longest term that may be imposed, in months: life, where a statute says so. */
export const longestRelease = ({ authorizedBy }: LongerRelease, ofClass: number): Months =>
	authorizedBy === undefined ? ofClass : 'life';
