// A flag of one value that is given twice is rejected.
import type { Command, Option } from 'commander';
import { InputError, shown } from '../case/errors.ts';

/**
 * Makes a command, and all below it, reject a flag that takes one value and is given twice, where commander would take
 * the last one; and a flag beside the one that says no.
 */
export function rejectRepeated(command: Command): void {
	const given = new Map<string, { flag: string; value: unknown }>();
	for (const option of command.options) {
		if (collects(option)) continue;
		const flag = option.long ?? option.flags;
		command.on(`option:${option.name()}`, (value: unknown) => {
			const before = given.get(option.attributeName());
			const isSameSwitch = !takesValue(option) && before?.flag === flag;
			if (before !== undefined && !isSameSwitch) throw twice(flag, value, before);
			given.set(option.attributeName(), { flag, value });
		});
	}
	command.commands.forEach(rejectRepeated);
}

const takesValue = ({ required, optional }: Option): boolean => required || optional;

/** Whether a flag may be given again for more: its reader takes what was given before. Choices have such a reader and do not. */
const collects = ({ variadic, argChoices, parseArg }: Option): boolean =>
	variadic || (argChoices === undefined && (parseArg?.length ?? 0) > 1);

function twice(flag: string, value: unknown, before: { flag: string; value: unknown }): InputError {
	if (before.flag !== flag) {
		return new InputError('repeated', flag, `${before.flag} and ${flag} contradict each other`, 'Give one of them');
	}
	const message = `this flag takes one value, but you gave ${shown(before.value)} and ${shown(value)}. Use one of them`;
	return new InputError('repeated', flag, message);
}
