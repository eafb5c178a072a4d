// The functions of a source file, and its syntax tree.
import { parseAst } from 'rolldown/parseAst';

/** A function of a source file: what it is called, its lines from first to last, and how many parameters it takes. */
export interface FunctionRead {
	name: string;
	lines: number;
	parameters: number;
}

export type Node = { type: string; start: number; end: number } & Record<string, unknown>;

/** Every function of a TypeScript or JavaScript source, in its order: declarations, methods, arrows and expressions. */
export function functionsOf(source: string): FunctionRead[] {
	const found: FunctionRead[] = [];
	walk(treeOf(source), (node, named) => {
		if (!/^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node.type)) return;
		const text = source.slice(node.start, node.end);
		const own = (node['id'] as { name: string } | null | undefined)?.name;
		const parameters = node['params'] as unknown[];
		found.push({ name: own ?? named ?? 'unnamed', lines: text.split('\n').length, parameters: parameters.length });
	});
	return found;
}

export const treeOf = (source: string): Node => parseAst(source, { lang: 'ts' }) as unknown as Node;

/** Each node once, with the name of the variable or property that holds it. */
export function walk(node: Node, visit: (node: Node, named: string | undefined) => void, named?: string): void {
	visit(node, named);
	const holder = (node['id'] ?? node['key']) as { name?: string } | null | undefined;
	const isHolder = /^(VariableDeclarator|Property|MethodDefinition|PropertyDefinition)$/.test(node.type);
	for (const [key, child] of Object.entries(node)) {
		for (const one of Array.isArray(child) ? child : [child]) {
			if (typeof one !== 'object' || one === null || typeof (one as Node).type !== 'string') continue;
			walk(one as Node, visit, isHolder && (key === 'init' || key === 'value') ? holder?.name : undefined);
		}
	}
}
