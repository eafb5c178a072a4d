// The command `ussg batch`.
import { Command, InvalidArgumentError, Option } from 'commander';
import { InputError } from '../case/errors.ts';
import type { Plan } from './batch/answer/engine.ts';
import { again } from './flags.ts';
import { print } from './io.ts';

/** `ussg batch`: case documents, one a line, to results, one a line. */
export function batchCommand(): Command {
	return new Command('batch')
		.description(
			'answers many case documents, one per line (JSON Lines, or CSV with a header), with one result per line',
		)
		.argument('[file...]', 'files of case documents, plain or gzip; - or no file means standard input')
		.addOption(
			new Option('--format <format>', 'format of the results').choices(['jsonl', 'csv', 'tsv']).default('jsonl'),
		)
		.option(
			'--select <fields>',
			'write only these fields of the result, such as id,guidelineRange.minimumMonths; help lists them',
		)
		.addOption(new Option('--map <datafile>', 'read rows of a Sentencing Commission datafile').choices(['ussc']))
		.option(
			'--columns <column=field,...>',
			'which fields your own columns give, such as "Client=caption,BOL=baseOffenseLevel"',
			again((text) => text),
		)
		.option('--carry', 'write every column of the input before the answer')
		.option(
			'--set <field=value>',
			'a value for every record, such as edition=2012 (repeatable)',
			again((text) => text),
		)
		.option('--rejects <file>', 'write the rejected lines, unchanged, to a file that only you can read')
		.option(
			'--summary',
			'write a summary table to standard error: records by range, statutory minimum, fast track and rejection; --summary json for programs',
		)
		.option('--bom', 'begin CSV or TSV with a byte order mark, so that Excel reads UTF-8')
		.option('--jobs <n>', 'use this many threads; the order stays the same', readJobs, 1)
		.option('--quiet', 'no progress bar')
		.addHelpText('after', notes)
		.action(runBatch);
}

const notes = `
The first line shows whether an input is JSON Lines or CSV: a header has the keys of the case document
(ussg schema case), in any order, or columns that --columns names. A record is one line, and continues on the next
if a cell in quotes holds a line break. Cells:
  empty            left out
  enhancements     ids separated by ;, such as (b)(2)(A);(b)(3)(B). If the level depends on points:
                   (b)(1)(A):points or (b)(1)(A):no-points
  adjustments      levels and a label, with ; between: -2:§3B1.2 minor role;+2:§3C1.1 obstruction
  statutes         sections with ; between them: 8:1326(b)(2);18:924(c)(1)(A)(i);18:9999=60-240
  deportable       true or false
  other lists      values with ; between them
  months           months, 10y or life
  anything else    a cell that begins with [ or { is read as JSON, as it stands in a case document

A cell has no value if it is empty or says NA, N/A, #N/A, NULL, NaN, . or .A to .Z. 20.0 is 20; TRUE, yes and 1 are true.
Dates may be M/D/YYYY or a spreadsheet's day number. Delimiters are a comma, a semicolon or a tab; a sep= line may name one.
UTF-16 needs its byte order mark. A row without any value is skipped.

--columns "Client=caption,BOL=baseOffenseLevel" says what your columns give; "Notes=" leaves one out. --carry writes every
column unchanged: in CSV before the selected fields, in JSON Lines as an object "carried". If a column has the name of a
field, the column keeps that name and the field becomes result.NAME. --set edition=2012 fills every record; a record that says otherwise
is rejected. --select also takes line, and fastTrack.offered.minimumMonths and .maximumMonths: the range at the levels of
fastTrackLevels, empty if the record gives none.

CSV and TSV results have a column for each field (lists with ; between their values). At the end come line, error.code,
error.path and error.message for rejected records. Text that a spreadsheet would run as a formula gets a '
before it.

--map ussc reads XFOLSOR, XCRHISSR, STATMIN, STATMAX and AMENDYR of the Individual Offender datafiles as CSV and
compares the result with GLMIN and GLMAX. agreement.class is equal, trumped, life code, career offender, consecutive
term, unexplained or not recorded.

Limits: 4 MiB for a line and 1 MiB for a case document, with 64 nested brackets, 100 values in a list and 10,000
characters in a text. Anything larger is rejected for its size.

Examples:
  ussg batch cases.jsonl > results.jsonl
  zcat cases.jsonl.gz | ussg batch --select id,guidelineRange
  ussg batch --format csv --summary --rejects again.csv cases.csv > results.csv
  ussg batch --columns "Client=caption,BOL=baseOffenseLevel" --carry --set edition=2012 --format csv --bom clients.csv
  ussg batch --map ussc --summary --select id,agreement.class opafy.csv > agreement.jsonl

Exit status: 0 every record answered, 1 the program or the system failed, 2 the input or the command line is wrong,
3 one or more records rejected (each in its place, all others answered), 130 interrupted. A record on which the program
itself fails has the error code program-fault in its place, and the run ends with 1. If an input, the output or a
thread fails during a run, the error names the last line for which the output is complete.`;

function readJobs(text: string): number {
	const jobs = /^\d{1,3}$/.test(text) ? Number(text) : 0;
	if (jobs < 1 || jobs > 64) throw new InvalidArgumentError('Give a number of threads, 1 to 64.');
	return jobs;
}

interface BatchOptions extends Omit<Plan, 'summary'> {
	rejects?: string;
	summary?: boolean;
	bom?: boolean;
	jobs: number;
	quiet?: boolean;
}

async function runBatch(given: string[], options: BatchOptions, command: Command): Promise<void> {
	const { format, select, map, columns, carry, set } = options;
	if (select?.trim() === 'help') return printFields(map);
	if (options.bom && format === 'jsonl') {
		throw new InputError(
			'invalid-value',
			'--bom',
			'JSON Lines have no byte order mark',
			'Use --bom with --format csv or tsv',
		);
	}
	const { files, summary } = summaryAsked(given, options, command);
	const { runOn } = await import('./batch/run.ts');
	const plan = { format, select, map, summary: summary !== undefined, columns, carry, set };
	const status = await runOn(files.length === 0 ? ['-'] : files, plan, { ...options, summary });
	if (status !== 0) process.exitCode = status;
}

async function printFields(map: Plan['map']): Promise<void> {
	const { selectable } = await import('./batch/formats/selectable.ts');
	await print(`${selectable(map).join('\n')}\n`);
}

/** `json` right after `--summary` says how, and is no file; a file of that name is `./json`. */
function summaryAsked(given: string[], { summary }: BatchOptions, command: Command) {
	const words: readonly string[] = (command.parent as (Command & { rawArgs?: string[] }) | null)?.rawArgs ?? [];
	const isJson = summary === true && words[words.indexOf('--summary') + 1] === 'json';
	if (!isJson) return { files: given, summary: summary ? ('text' as const) : undefined };
	const at = given.indexOf('json');
	return { files: given.filter((_, index) => index !== at), summary: 'json' as const };
}
