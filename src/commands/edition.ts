// The edition that a flag names.
import { bundledLaw } from '../law/bundled.ts';
import { editionNamed, editionOn } from '../law/editions.ts';
import type { ChosenEdition } from '../result/result.ts';
import { today } from './io.ts';

/** The edition that --edition names, or the one in force today. Throws InputError where it names none. */
export const editionAsked = (name: string | undefined): ChosenEdition =>
	name === undefined
		? editionOn(bundledLaw, today(), 'in force today', '--edition')
		: editionNamed(bundledLaw, name, '--edition');
