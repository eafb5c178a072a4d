import { calculate, parseCase } from '../../src/index.ts';
import { bundledLaw } from '../../src/law/bundled.ts';
import { reportDocument } from '../../src/report/document.ts';

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
	reduction: { amendment: '782', orderDate: '2016-02-01', levels: -2 },
};

export const reportOf = (document: object) =>
	reportDocument(calculate(parseCase(document), { sensitivity: true }), bundledLaw, {
		version: '9.9.9',
		dated: '2016-02-01',
	});
