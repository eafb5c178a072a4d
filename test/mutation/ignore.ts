// What is not mutated: words. No code reads a message (test/architecture), so other words change no answer.
import type { Ignorer, NodePath } from '@stryker-mutator/api/ignore';
import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';

interface Node {
	type: string;
	value?: unknown;
	quasis?: { value: { raw: string } }[];
	properties?: { key?: { name?: string } }[];
}

/**
 * Two words, or a word beside a value (`of the sentence`, `${months} months`), or what stands between words (`; `, `, or `).
 * Keys, codes, ids, paths and citations are none of these.
 */
const isProse = (text: string): boolean =>
	/[a-z]{2,}[,;:]? [a-z0-9"(~]|~ [a-z]{2,}|^[,;:.] $|^,? ?(and|or) $/.test(text);

export const wording: Ignorer = {
	shouldIgnore(path: NodePath): string | undefined {
		const { type, value, quasis = [], properties = [] } = (path as { node: Node }).node;
		const isText = type === 'StringLiteral' && isProse(String(value));
		const isTemplate = type === 'TemplateLiteral' && isProse(quasis.map((part) => part.value.raw).join('~'));
		const isError = type === 'ObjectExpression' && properties.length === 1 && properties[0]?.key?.name === 'error';
		return isText || isTemplate || isError ? 'words of a message' : undefined;
	},
};

export const strykerPlugins = [declareValuePlugin(PluginKind.Ignore, 'wording', wording)];
