// The version of the program.
import manifest from '#package' with { type: 'json' };

/** The version of the program, from package.json. */
export const version: string = manifest.version;
