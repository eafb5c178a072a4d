// The category of the criminal history points (Chapter Four, Part A).
import { type Category, toCategory } from '../../case/category.ts';
import { disagreement } from '../../case/errors.ts';
import type { CaseDocument } from '../../case/schema.ts';
import type { Provisions } from '../../law/schema.ts';
import { categoryOfPoints } from '../../law/sentencing-table.ts';
import type { ScoredHistory } from './criminal-history.ts';

/** The category stated, or that of the points stated or drawn from the priors; where more than one is given they must agree. */
export function categoryOfPartA(
	document: CaseDocument,
	provisions: Provisions,
	found: ScoredHistory | undefined,
): Category {
	const given = document.criminalHistoryCategory;
	const stated = given === undefined ? undefined : toCategory(given);
	const drawn = found?.history.points;
	const points = drawn ?? document.criminalHistoryPoints;
	if (points === undefined) return stated as Category;
	if (document.criminalHistoryPoints !== undefined && document.criminalHistoryPoints !== points) {
		throw disagreement(
			'/criminalHistoryPoints',
			`${document.criminalHistoryPoints} points do not agree with the priors, which total ${points} points in this edition`,
			'leave them out or correct one of them',
		);
	}
	const fromPoints = categoryOfPoints(provisions['sentencing-table'], points);
	if (stated !== undefined && stated !== fromPoints) {
		throw disagreement(
			'/criminalHistoryCategory',
			`category ${stated} does not agree with ${points} criminal history points, which are category ${fromPoints}`,
		);
	}
	return fromPoints;
}
