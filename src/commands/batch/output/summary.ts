// The closing table of a run.
import { agreementClasses } from '../records/agreement.ts';
import type { Counter, Totals } from '../records/tally.ts';

const mostRanges = 20;

/** The closing table: how many records by range, statutory minimum, fast-track effect and rejection. */
export function summaryText({ counters, refusals }: Totals): string {
	const answered = sum(counters.map((counter) => counter.records));
	const refused = sum([...refusals.values()]);
	const by = (name: (counter: Counter) => string | undefined): Row[] => grouped(counters, name);
	const ranges = by((counter) => counter.range);
	const others = ranges.slice(mostRanges);
	const more: Row[] =
		others.length === 0 ? [] : [[`${others.length} other ranges`, sum(others.map(([, records]) => records))]];
	const sections: [string, Row[]][] = [
		['Guideline range, months', [...ranges.slice(0, mostRanges), ...more]],
		['Statutory minimum', by((counter) => counter.statutoryMinimum)],
		['Fast track', by((counter) => counter.fastTrack)],
		['Agreement with the datafile', by((counter) => agreementLabel(counter))],
		['Rejected', [...refusals].sort(byRecords)],
	];
	const lines = sections
		.filter(([, rows]) => rows.length > 0)
		.flatMap(([title, rows]) => ['', title, ...rows.map((row) => line(row, answered + refused))]);
	return [
		`${count(answered + refused)} ${answered + refused === 1 ? 'record' : 'records'}: ${count(answered)} answered, ${count(refused)} rejected`,
		...lines,
		'',
	].join('\n');
}

/** The same as one line of JSON, all ranges in it. */
export function summaryJson({ counters, refusals }: Totals): string {
	const answered = sum(counters.map((counter) => counter.records));
	const rejected = sum([...refusals.values()]);
	const by = (name: (counter: Counter) => string | undefined) => Object.fromEntries(grouped(counters, name));
	const agreement = by((counter) => counter.agreement);
	const counts = {
		records: answered + rejected,
		answered,
		rejected,
		guidelineRange: by((counter) => counter.range),
		statutoryMinimum: by((counter) => counter.statutoryMinimum),
		fastTrack: by((counter) => counter.fastTrack),
		...(Object.keys(agreement).length > 0 && { agreement }),
		errors: Object.fromEntries([...refusals].sort(byRecords)),
	};
	return `${JSON.stringify(counts)}\n`;
}

type Row = [name: string, records: number];

const byRecords = (a: Row, b: Row): number => b[1] - a[1] || (a[0] < b[0] ? -1 : 1);

const sum = (numbers: number[]): number => numbers.reduce((total, one) => total + one, 0);

/** Thousands apart, the same in every locale. */
export const count = (records: number): string => String(records).replace(/\B(?=(\d{3})+$)/g, ',');

function grouped(counters: Counter[], name: (counter: Counter) => string | undefined): Row[] {
	const groups = new Map<string, number>();
	for (const counter of counters) {
		const key = name(counter);
		if (key !== undefined && counter.records > 0) groups.set(key, (groups.get(key) ?? 0) + counter.records);
	}
	return [...groups].sort(byRecords);
}

function agreementLabel({ agreement }: Counter): string | undefined {
	if (agreement === undefined) return undefined;
	return `${agreement}: ${agreementClasses[agreement as keyof typeof agreementClasses]}`;
}

function line([name, records]: Row, all: number): string {
	const share = `${((100 * records) / all).toFixed(1)} %`;
	return `  ${count(records).padStart(11)}  ${share.padStart(7)}  ${name}`;
}
