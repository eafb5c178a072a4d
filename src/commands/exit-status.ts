// The exit status of the program.
/** Exit status of the contract. `someRejected`: `batch` or `compare` finished, and could not answer all it was given. */
export const exitStatus = { answered: 0, fault: 1, wrongInput: 2, someRejected: 3, interrupted: 130 };
