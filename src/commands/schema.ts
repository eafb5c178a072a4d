// The command `ussg schema`.
import { Argument, Command } from 'commander';
import { jsonText } from '../report/escape.ts';
import { print } from './io.ts';

/** `ussg schema`: the JSON Schema of the case document or the result document. */
export function schemaCommand(): Command {
	return new Command('schema')
		.description('prints the JSON Schema of the case document or the result document')
		.addArgument(new Argument('<document>', 'case or result').choices(['case', 'result']))
		.allowExcessArguments(false)
		.addHelpText('after', examples)
		.action(runSchema);
}

const examples = `
Examples:
  ussg schema case > case.schema.json`;

async function runSchema(which: 'case' | 'result'): Promise<void> {
	return print(`${jsonText(await schemaOf(which), 2)}\n`);
}

async function schemaOf(which: 'case' | 'result'): Promise<unknown> {
	if (which === 'case') return (await import('../case/json-schema.ts')).caseJsonSchema();
	return (await import('../result/json-schema.ts')).resultJsonSchema();
}
