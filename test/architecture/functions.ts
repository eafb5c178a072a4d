import { parseAst } from 'rolldown/parseAst';

/** A function of a source file: what it is called, its lines from first to last, and how many parameters it takes. */
export interface FunctionRead {
	name: string;
	lines: number;
	parameters: number;
}

type Node = { type: string; start: number; end: number } & Record<string, unknown>;

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

/** Calls that read a message to learn what it means: `error.message.split('; ')`, `/x/.test(error.message)`. */
export function messagesReadIn(source: string): string[] {
	const found: string[] = [];
	walk(treeOf(source), (node) => {
		if (node.type !== 'CallExpression') return;
		const { callee } = node as unknown as { callee: Node };
		const method = callee.type === 'MemberExpression' ? (callee['property'] as { name?: string }).name : undefined;
		if (method === undefined) return;
		const object = callee['object'] as Node;
		const isRead = isMessage(object) && readers.has(method);
		const isTested = (method === 'test' || method === 'exec') && (node['arguments'] as Node[]).some(isMessage);
		if (isRead || isTested)
			found.push(source.slice(object.start, (callee['property'] as Node).end).replace(/\s+/g, ' '));
	});
	return found;
}

const readers = new Set(
	'match matchAll search split slice includes startsWith endsWith indexOf lastIndexOf replace replaceAll'.split(' '),
);

/** `error.message`, or a variable called message. */
const isMessage = (node: Node): boolean =>
	(node.type === 'Identifier' && node['name'] === 'message') ||
	(node.type === 'MemberExpression' && (node['property'] as { name?: string }).name === 'message');

const treeOf = (source: string): Node => parseAst(source, { lang: 'ts' }) as unknown as Node;

/** Each node once, with the name of the variable or property that holds it. */
function walk(node: Node, visit: (node: Node, named: string | undefined) => void, named?: string): void {
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
