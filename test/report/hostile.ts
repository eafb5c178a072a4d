import { calculate, parseCase } from '../../src/index.ts';
import { bundledLaw } from '../../src/law/bundled.ts';
import { reportDocument } from '../../src/report/worksheet.ts';

/** Text that a report must show and not obey: markup, quotes, control characters, marks that turn the direction, formulas. */
export const hostile =
	'<script>document.title="owned"</script> "quoted" \'single\' &amp; =cmd|\' /C calc\'!A0 \u202Eturned\u0007 \u0000 ' +
	'*bold* _it_ `code` # head [link](javascript:alert) ![i](http://x.example/i.png) <img src=x onerror="document.title=1"> ' +
	'www.example.org a@example.org http://example.org | edge | ]]> {{y}} \ud800 \ufffe שלום';

/** A case that fills every section. */
export const fullCase = {
	id: 'full',
	caption: hostile,
	edition: '2011',
	baseOffenseLevel: 36,
	adjustments: [{ levels: 2, label: hostile, provision: '§2D1.1(b)(1) "><b>' }],
	chapterThree: ['§3B1.2(b)'],
	otherGroups: [{ offenseLevel: 40, label: hostile }],
	acceptance: 3,
	criminalHistoryCategory: 'II',
	statutes: ['21:841(b)(1)(A)', '18:924(c)(1)(A)(i)'],
	offenseDate: '2011-05-01',
	sentenceImposedMonths: 292,
	deportable: false,
	fastTrackLevels: 2,
	reduction: { amendment: '782', orderDate: '2016-02-01', levels: -2 },
};

/** A case of facts, with text that must not be obeyed where counsel may write. */
export const givenCase = {
	id: '22-cr-1',
	caption: hostile,
	offenseDate: '2018-12-05',
	sentencingDate: '2019-05-01',
	guideline: '2L1.2',
	acceptance: 3,
	deportable: true,
	statutes: ['8:1326(b)(1)'],
	removalOrders: ['2014-09-01'],
	removals: ['2014-09-02'],
	instantOffense: { commencedOn: '2018-12-01', endedOn: '2018-12-05', underCriminalJusticeSentence: false },
	priors: [
		{
			id: hostile,
			label: hostile,
			grade: 'felony',
			kinds: ['drug-trafficking'],
			conductFrom: '2012-01-01',
			sentencedOn: '2012-06-01',
			sentence: '10 months',
			suspended: '0',
		},
		{
			grade: 'felony',
			kinds: [],
			conductFrom: '2015-01-01',
			sentencedOn: '2015-06-01',
			sentence: '13 months',
			suspended: '0',
			revocations: [{ on: '2017-02-01', term: '3 months' }],
			releasedOn: '2017-05-01',
		},
	],
	sentenceImposedMonths: 24,
};

export function reportOf(document: object) {
	const given = parseCase(document);
	const result = calculate(given, { sensitivity: true });
	return reportDocument({ given, result }, bundledLaw, { version: '9.9.9', dated: '2016-02-01' });
}
