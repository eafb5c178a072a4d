/** The content of tables/ as one document, made by the build. Its shape is that of `Law`. */
declare module '#law-tables' {
	const tables: unknown;
	export default tables;
}

declare module '#package' {
	const manifest: { version: string };
	export default manifest;
}
