import type { Random } from '../random/random.ts';
import { schemaOf, tableFiles } from '../second-reading/tables.ts';
import type { Fault } from './batches.ts';
import { mutatedValue } from './mutate.ts';

/** Reads so many tables with some places of them damaged: the schema accepts or names what is wrong, and never fails itself. */
export function tableFaults(times: number, random: Random): Fault[] {
	const files = tableFiles();
	const keys = [...new Set(files.flatMap(({ table }) => Object.keys(table as object)))];
	const faults: Fault[] = [];
	for (let at = 0; at < times; at++) {
		const { file, name, table } = random.pick(files);
		const damaged = mutatedValue(random, table, [...keys, '__proto__', 'when', 'levels']);
		try {
			const { success, error } = schemaOf(name).safeParse(damaged);
			if (!success && !error.issues[0]?.message)
				faults.push({ what: `${file}: no message`, input: JSON.stringify(damaged) });
		} catch (error) {
			faults.push({ what: `${file}: ${(error as Error).stack}`, input: JSON.stringify(damaged) });
		}
	}
	return faults;
}
