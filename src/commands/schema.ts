import { Argument, Command } from 'commander';
import { jsonText } from '../report/escape.ts';
import { print } from './io.ts';

/** `ussg schema`: the JSON Schema of the case document or the result document. */
export function schemaCommand(): Command {
	return new Command('schema')
		.description('the JSON Schema of the case document or of the result document')
		.addArgument(new Argument('<document>', 'which one').choices(['case', 'result']))
		.allowExcessArguments(false)
		.addHelpText('after', examples)
		.action(runSchema);
}

const examples = `
Examples:
  ussg schema case > case.schema.json`;

async function runSchema(which: 'case' | 'result'): Promise<void> {
	const { caseJsonSchema, resultJsonSchema } = await import('../calculation/json-schema.ts');
	const schema = which === 'case' ? caseJsonSchema() : resultJsonSchema();
	return print(`${jsonText(schema, 2)}\n`);
}
