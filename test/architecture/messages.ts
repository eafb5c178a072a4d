// Where a message is read to learn what it means.
import { type Node, treeOf, walk } from './functions.ts';

/**
 * Where a message is read to learn what it means: `error.message.split('; ')`, `/x/.test(error.message)`,
 * `message === 'missing'`, also under the name of a variable that was given the message.
 */
export function messagesReadIn(source: string): string[] {
	const tree = treeOf(source);
	const names = new Set(['message', 'refusal']);
	walk(tree, (node) => {
		for (const [from, to] of givenIn(node))
			if (to.type === 'Identifier' && isMessage(from, names)) names.add(nameOf(to));
	});
	const found: string[] = [];
	walk(tree, (node) => {
		if (isReading(node, names)) found.push(source.slice(node.start, node.end).replace(/\s+/g, ' '));
	});
	return found;
}

/** What a node gives to variables: `const text = error.message`, `{ message: text = '' }` of a pattern. */
function givenIn(node: Node): [from: Node, to: Node][] {
	if (node.type === 'VariableDeclarator' && node['init']) return [[node['init'] as Node, node['id'] as Node]];
	if (node.type !== 'ObjectPattern') return [];
	return (node['properties'] as Node[]).flatMap((property): [Node, Node][] => {
		if (property.type !== 'Property') return [];
		const value = property['value'] as Node;
		return [[property['key'] as Node, value.type === 'AssignmentPattern' ? (value['left'] as Node) : value]];
	});
}

const readers = new Set([
	...['charAt', 'endsWith', 'exec', 'includes', 'indexOf', 'lastIndexOf', 'match', 'matchAll', 'replace'],
	...['replaceAll', 'search', 'slice', 'split', 'startsWith', 'substring', 'test'],
]);

function isReading(node: Node, names: ReadonlySet<string>): boolean {
	if (node.type === 'BinaryExpression') {
		const sides = [node['left'], node['right']] as Node[];
		const isCompared = node['operator'] === '===' || node['operator'] === '!==';
		return isCompared && sides.some(isText) && sides.some((side) => isMessage(side, names));
	}
	if (node.type !== 'CallExpression') return false;
	const callee = node['callee'] as Node;
	if (callee.type !== 'MemberExpression' || !readers.has(nameOf(callee['property'] as Node))) return false;
	const object = callee['object'] as Node;
	const [argument] = node['arguments'] as Node[];
	const ofPattern = /^(test|exec)$/.test(nameOf(callee['property'] as Node)) && argument !== undefined;
	return isMessage(ofPattern ? argument : object, names);
}

const nameOf = (node: Node): string => String(node['name']);

const isText = (node: Node): boolean => node.type === 'Literal' && typeof node['value'] === 'string';

/** `error.message`, or a variable that holds it; also where it is one of two. */
function isMessage(node: Node, names: ReadonlySet<string>): boolean {
	if (node.type === 'Identifier') return names.has(nameOf(node));
	if (node.type === 'MemberExpression') return names.has(nameOf(node['property'] as Node));
	const isOneOf = /^(Chain|Parenthesized|TSNonNull|TSAs|Conditional|Logical)Expression$/.test(node.type);
	const parts = ['expression', 'consequent', 'alternate', 'left', 'right'].map(
		(part) => node[part] as Node | undefined,
	);
	return isOneOf && parts.some((part) => part && isMessage(part, names));
}
