// Acceptance of responsibility, as a case document states it.
/** The levels that a case document can state; beside them "full", the most that the edition and the level allow. */
export const statedAcceptance = [0, 2, 3] as const;

export const canBeStated = (levels: number): boolean => (statedAcceptance as readonly number[]).includes(levels);
