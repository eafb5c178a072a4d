import { Command, InvalidArgumentError, Option } from 'commander';
import type { Plan } from './batch/engine.ts';
import { again } from './flags.ts';

/** `ussg batch`: case documents, one a line, to results, one a line. */
export function batchCommand(): Command {
	return new Command('batch')
		.description('case documents, one a line (JSON Lines, or CSV with a header), to results, one a line')
		.argument('[file...]', 'files of case documents, also gzip; - or none is standard input')
		.addOption(
			new Option('--format <format>', 'how results are written').choices(['jsonl', 'csv', 'tsv']).default('jsonl'),
		)
		.option('--select <fields>', 'write only these fields of the result, such as id,guidelineRange.minimumMonths')
		.addOption(new Option('--map <datafile>', 'read rows of a datafile of the Commission').choices(['ussc']))
		.option(
			'--columns <column=field,...>',
			'which fields your own columns give, such as "Client=caption,BOL=baseOffenseLevel"',
			again((text) => text),
		)
		.option('--carry', 'write every column of the input before the answer')
		.option(
			'--set <field=value>',
			'what every record shares, such as edition=2012 (again for more)',
			again((text) => text),
		)
		.option('--rejects <file>', 'write the refused lines, as they came, to a file that only you can read')
		.option('--summary', 'a closing table on standard error: records by range, floor, fast track, refusal')
		.option('--jobs <n>', 'work in this many threads; the order stays', readJobs, 1)
		.option('--quiet', 'no progress bar')
		.addHelpText('after', notes)
		.action(runBatch);
}

const notes = `
Whether an input is JSON Lines or CSV is seen from its first line: a header has the names of the case document
(ussg schema case), in any order. A record is one line, and goes on in the next
where a cell in quotes holds a line break. Cells:
  empty            left out
  enhancements     ids with ; between them: (b)(2)(A);(b)(3)(B). Where the level depends on it:
                   (b)(1)(A):points or (b)(1)(A):no-points
  adjustments      levels and a label, with ; between: -2:§3B1.2 minor role;+2:§3C1.1 obstruction
  statutes         sections with ; between them: 8:1326(b)(2);18:924(c)(1)(A)(i);18:9999=60-240
  deportable       true or false
  other lists      values with ; between them
  months           months, 10y or life
  anything else    a cell that begins with [ or { is read as JSON, as it stands in a case document

CSV and TSV results have a column a field (lists with ; between their values) and at the end line, error.code,
error.path and error.message for refused records. Text of yours that a spreadsheet would run as a formula gets a '
before it.

--map ussc reads XFOLSOR, XCRHISSR, STATMIN, STATMAX and AMENDYR of the Individual Offender datafiles as CSV and
compares the result with GLMIN and GLMAX: agreement.class is equal, trumped, life code, career offender, consecutive
term, unexplained or not recorded.

Sizes: a line has at most 4 MiB and a case document 1 MiB, with 64 brackets inside each other, 100 values in a list and
10,000 characters in a text. What is larger is rejected by its size.

Examples:
  ussg batch cases.jsonl > results.jsonl
  zcat cases.jsonl.gz | ussg batch --select id,guidelineRange
  ussg batch --format csv --summary --rejects again.csv cases.csv > results.csv
  ussg batch --map ussc --summary --select id,agreement.class opafy.csv > agreement.jsonl

Exit status: 0 every record answered, 1 the program or the system failed, 2 the input or the command line is wrong,
3 one or more records rejected (each in its place, all others answered), 130 interrupted. A record on which the program
itself fails has the error code program-fault in its place, and the run ends with 1. Where an input, the output or a
thread fails in the middle of a run, the error says through which line the output is complete.`;

function readJobs(text: string): number {
	const jobs = /^\d{1,3}$/.test(text) ? Number(text) : 0;
	if (jobs < 1 || jobs > 64) throw new InvalidArgumentError('give a number of threads, 1 to 64.');
	return jobs;
}

interface BatchOptions extends Omit<Plan, 'summary'> {
	rejects?: string;
	summary?: boolean;
	jobs: number;
	quiet?: boolean;
}

async function runBatch(files: string[], options: BatchOptions): Promise<void> {
	const { runOn } = await import('./batch/run.ts');
	const { format, select, map, summary = false, columns, carry, set } = options;
	const status = await runOn(
		files.length === 0 ? ['-'] : files,
		{ format, select, map, summary, columns, carry, set },
		options,
	);
	if (status !== 0) process.exitCode = status;
}
