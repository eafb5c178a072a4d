// How an answer about a prior's supervision is read.
import { longDate } from '../../case/dates.ts';
import { InputError, shown } from '../../case/errors.ts';
import { parseField } from '../../case/parse.ts';
import type { GivenPrior } from '../../case/schema.ts';
import { dateOrPeriodHint, readDate } from '../../case/typed-values.ts';
import type { Question, Value } from './question.ts';

type Supervision = NonNullable<GivenPrior['supervision']>;

const kinds: readonly [Supervision['kind'], string][] = [
	['none', 'none'],
	['probation', 'probation'],
	['parole', 'parole'],
	['supervised-release', 'supervised release'],
];

/** The question about supervision: its kind, and the last day of it. `parole until 5/1/2014` is both. */
export function withSupervision(question: Question): Question {
	const read = (text: string): Value => {
		const match = /^([a-z ]+?)(?:,? *(?:until|to|ended|ends)? +(\S.*))?$/i.exec(text.trim());
		const begun = kinds.filter(([, name]) => name.startsWith(match?.[1]?.toLowerCase() ?? '-'));
		const [kind] = begun[0] ?? [];
		if (kind === undefined || begun.length > 1) {
			throw new InputError(
				'invalid-value',
				'',
				`${shown(text)} is no supervision`,
				'give probation, parole or supervised release, and until what day',
			);
		}
		const value = { kind, ...(match?.[2] === undefined ? {} : { endsOn: readDate(match[2]) }) };
		parseField('priors', question.fields(value).priors);
		return value;
	};
	return {
		...question,
		choices: kinds.map(([kind, label]) => ({ value: { kind }, label })),
		read,
		hint: `the kind and the last day: parole until ${dateOrPeriodHint.replace(/^a date /, '')}`,
		say: (value) => said(value as Supervision),
	};
}

function said({ kind, endsOn }: Supervision): string {
	const name = kinds.find(([each]) => each === kind)?.[1] ?? kind;
	return endsOn === undefined ? name : `${name} until ${longDate(endsOn)}`;
}
