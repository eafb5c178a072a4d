// Descriptions of the keys for the case, its Manual and its offense level.
import { day, described, yes } from './description.ts';

/** What the keys of the case, its Manual and its offense level say. */

export const theCase = {
	id: described('Your name for the case. It is copied to the result.', '"24-cr-101"'),
	caption: described('The caption, shown above the answer.', '"United States v. Doe"'),
	edition: described(
		'The Manual: a year (the Manual in force on November 1 of that year) or the effective date of an edition.',
		'"2018"',
		'§1B1.11',
	),
	sentencingDate: described(
		'The date of sentencing. The program uses the edition in force that day.',
		day,
		'§1B1.11(a)',
	),
	offenseDate: described(
		'The last date of the offense of conviction, even if relevant conduct went on.',
		day,
		'§1B1.11(b)(1), comment. (n.2)',
	),
	underOffenseDateManual: described(
		'The offense and the criminal history under the Manual in force on the offense date, if the facts do not decide them. Its ids belong to that Manual.',
		'{"baseOffenseLevel": 6, "adjustments": [{"levels": 11, "label": "loss"}]}',
		'§1B1.11(b)(1)',
	),
};

export const offenseLevel = {
	guideline: described('The section of a Chapter Two guideline that the program holds.', '"2L1.2"'),
	base: described('Which base offense level applies, where the guideline has several.', '"(a)(2)"'),
	offense: described('Facts of the guideline by name. ussg guideline lists them.', '{"aliens": 24, "weapon": true}'),
	drugs: described(
		'The drugs, one object for each.',
		'[{"substance": "cocaine", "quantity": "5 kg"}]',
		'§§2D1.1, 2D1.2, 2D1.5',
	),
	'drugs.substance': described('The name of the drug.', '"methamphetamine"'),
	'drugs.quantity': described(
		'A weight in kg, g, mg, lb or oz, or a number of plants, doses, pills or units.',
		'"500 g"',
		'§2D1.1(c)',
	),
	'drugs.form': described('A mixture, the drug itself (actual), or ice.', '"actual"', '§2D1.1(c), Notes (B), (C)'),
	'drugs.direct': described(
		'Whether it directly involved a protected location, or an underage or pregnant individual. Only for a guideline that asks.',
		'true',
		'§2D1.2(a)(1)',
	),
	'drugs.purity': described('The purity of the mixture, in percent.', '"83%"', '§2D1.1(c), Note (B)'),
	baseOffenseLevel: described('The base offense level, for a guideline that the program does not hold.', '24'),
	enhancements: described(
		'The enhancements that apply, each by the id of its specific offense characteristic in this edition.',
		'["(b)(2)(B)"]',
	),
	'enhancements.id': described('The id of a specific offense characteristic.', '"(b)(1)(A)"'),
	'enhancements.receivesPoints': described(
		'Whether the conviction receives criminal history points, where the level depends on it.',
		yes,
		'§2L1.2',
	),
	adjustments: described('Other changes in levels.', '[{"levels": -2, "provision": "§3B1.2", "label": "minor role"}]'),
	'adjustments.levels': described('The change, in levels.', '-2'),
	'adjustments.provision': described('The provision that makes it.', '"§3B1.2"'),
	'adjustments.label': described(
		'A description to show with it. If it begins with a section, as in "§3B1.2 minor role", that section is the provision, unless one is given.',
		'"minor role"',
	),
	chapterThree: described('Adjustments of Chapter Three, Parts A to C, by name.', '["§3B1.2(b)"]', '§§3A1.1–3C1.4'),
	acceptance: described(
		'Levels for acceptance of responsibility. "full" is the most that the edition allows.',
		'"full"',
		'§3E1.1',
	),
	fastTrackLevels: described('Levels of a fast-track reduction.', '4', '§§5K3.1, 3F1.1'),
};
