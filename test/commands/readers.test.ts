import { describe, expect, test } from 'vitest';
import { InputError, reworded } from '../../src/case/errors.ts';
import { parseCase } from '../../src/case/parse.ts';
import { key, said } from '../../src/case/wording.ts';
import { namingColumn } from '../../src/commands/batch/formats/columns.ts';
import { namingFlag } from '../../src/commands/flags.ts';
import { inQuestions } from '../../src/wizard/questions/in-questions.ts';
import { json, ussg } from './run.ts';

function refusal(document: object): InputError {
	try {
		parseCase(document);
	} catch (error) {
		if (error instanceof InputError) return error;
		throw error;
	}
	throw new Error('the case is not refused');
}

/** No criminal history is given: the remedy names three keys. */
const noCategory = { edition: '2018', baseOffenseLevel: 20 };

describe('an error in the words of who reads it', () => {
	test('of a case document', () => {
		expect(refusal(noCategory).message).toBe(
			'missing. Give criminalHistoryCategory ("I" to "VI"), criminalHistoryPoints or priors',
		);
	});

	test('of flags, which priors have not', () => {
		const told = namingFlag(refusal(noCategory), {});
		expect([told.path, told.message]).toEqual([
			'--category',
			'missing. Give --category ("I" to "VI"), --points or priors in a case document (--case)',
		]);
	});

	test('of columns, by the names that the user has for them', () => {
		const told = namingColumn(refusal(noCategory), {
			CHC: 'criminalHistoryCategory',
			'Crim/Pts': 'criminalHistoryPoints',
		});
		expect([told.path, told.message]).toEqual([
			'/criminalHistoryCategory',
			'column "CHC": missing. Give CHC ("I" to "VI"), Crim/Pts or priors',
		]);
		expect(namingColumn(refusal(noCategory), {}).message).toBe(refusal(noCategory).message);
	});

	test('of questions', () => {
		expect(inQuestions(refusal(noCategory))).toBe(
			'missing. Give the criminal history category ("I" to "VI"), the criminal history points or the prior sentences',
		);
		const error = new InputError(
			'c',
			'',
			'missing',
			said`give ${key('guideline', '2L1.2')}, or leave ${key('careerOffender')} out`,
		);
		expect(inQuestions(error)).toBe('missing. Give the guideline 2L1.2, or leave career offender (§4B1.1) out');
	});

	test('a key with its value', () => {
		const missing = refusal({ edition: '2018', criminalHistoryCategory: 'I' });
		expect(missing.message).toBe('missing. Give a base offense level from 1 to 43, or "guideline": "2L1.2"');
		expect(namingFlag(missing, {}).message).toBe(
			'missing. Give a base offense level from 1 to 43, or --guideline 2L1.2',
		);
		expect(namingColumn(missing, { Section: 'guideline' }).message).toContain('or Section 2L1.2');
	});

	test('what somebody wrote is no key, whatever it looks like', () => {
		const wrong = refusal({ ...noCategory, criminalHistoryCategory: 'baseOffenseLevel' });
		const asFlag = namingFlag(wrong, { category: 'baseOffenseLevel' });
		expect(asFlag.message).toMatch(/^"baseOffenseLevel" is not valid here\. /);
		expect(namingColumn(wrong, { BOL: 'baseOffenseLevel' }).message).toMatch(/^"baseOffenseLevel" is not/);
	});

	test('a key of another part of the case is not the column of that name', () => {
		const error = new InputError('c', '/reduction/levels', 'why?', said`give ${key('reduction/baseOffenseLevel')}`);
		expect(namingColumn(error, { BOL: 'baseOffenseLevel' }).message).toBe('why? Give baseOffenseLevel');
		expect(reworded(error, {}).message).toBe(error.message);
	});
});

describe('as the commands say it', () => {
	test('calc: points behind an enhancement', () => {
		const flags = ['--edition', '2012', '--guideline', '2L1.2', '--enhancement', '(b)(1)(A)', '--category', 'I'];
		expect(ussg(['calc', ...flags]).stderr).toMatch(
			/^ussg: --enhancement: Does the conviction behind \(b\)\(1\)\(A\) receive .* if not\. Give \(b\)\(1\)\(A\):points or \(b\)\(1\)\(A\):no-points\n$/,
		);
	});

	test('compare: the refusal of an edition, in flags for people and in keys for programs', () => {
		const flags = [
			'--base-level',
			'9',
			'--category',
			'I',
			'--adjust',
			'-2:§3B1.2',
			'--fast-track',
			'4',
			'--editions',
			'1995,2018',
		];
		const { stdout } = ussg(['compare', ...flags, '--json']);
		const [refused] = json(`${JSON.stringify(JSON.parse(stdout)[0])}\n`);
		expect(Object.keys(refused.error)).toEqual(['code', 'path', 'message']);
		expect(refused.error.path).toBe('/fastTrackLevels');
		expect(ussg(['compare', ...flags]).stdout).toContain('--fast-track: this edition has no fast-track reduction');
	});

	test('reduction: what an amendment changes, by its flags', () => {
		const sentenced = ['--edition', '2013', '--base-level', '27', '--category', 'I', '--imposed', '70'];
		expect(ussg(['reduction', ...sentenced, '--amendment', '782', '--order-date', '2016-03-01']).stderr).toContain(
			'Give --levels, --amended-base-level, --amended-points or --amended-category',
		);
	});
});
