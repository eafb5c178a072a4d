/** The content of tables/ as one document, made by the build. Its shape is that of `Law`. */
declare module '#law-tables' {
	const tables: unknown;
	export default tables;
}

/** Whether a value fits the schema of the case document, compiled by the build. False may also mean: ask zod. */
declare module '#case-check' {
	export default function isCase(value: unknown): boolean;
}

declare module '#package' {
	const manifest: { version: string };
	export default manifest;
}

/** The conformance cases with the provisions each rests on, made by the build. */
declare module '#tested-cases' {
	const cases: { name: string; citation: string; provisions: string[] }[];
	export default cases;
}

/** tables/rules-in-words as one list, made by the build. */
declare module '#rule-words' {
	const rows: import('./law/words-schema.ts').RuleInWords[];
	export default rows;
}

/** The names of the fields of both documents, made by the build from their schemas. */
declare module '#fields' {
	const fields: { caseDocument: string[]; result: string[] };
	export default fields;
}
