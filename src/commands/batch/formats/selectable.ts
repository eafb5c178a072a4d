// Fields that a selection may name beside those of the result.
import documentFields from '#fields' with { type: 'json' };
import { agreementFields } from '../records/agreement.ts';

/** Fields that a selection may name beside those of the result. */
const flatFields = ['line', 'fastTrack.offered', 'fastTrack.offered.minimumMonths', 'fastTrack.offered.maximumMonths'];

/** What --select may name, of a datafile too where one is read. */
export const selectable = (map: 'ussc' | undefined): readonly string[] => [
	...documentFields.result,
	...flatFields,
	...(map === undefined ? [] : agreementFields),
];
