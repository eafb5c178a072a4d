// The policy statement on reductions, in an edition that has one.
import type { Provisions } from '../../law/schema.ts';

export type ReductionRule = Extract<Provisions['1B1.10'], { inForce: true }>;
