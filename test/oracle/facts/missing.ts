// A fact that a rule needs and the case lacks ends the calculation, with the place where it belongs.

export class MissingFact extends Error {
  readonly pointer: string;
  constructor(pointer: string) {
    super(`fact missing at ${pointer}`);
    this.pointer = pointer;
  }
}
