/** A pattern that says what it is for, so that a false flag can be traced to it. Its tests are made from it (pattern-rows.test.ts). */
export type PatternRow = {
  name: string;
  /** What somebody means who writes so. */
  says: string;
  pattern: RegExp;
  /** What it is there for. One of them, at least, no other row of its table catches. */
  catches: readonly [string, ...string[]];
  /** What looks like it and is meant otherwise. */
  spares: readonly [string, ...string[]];
  /** Why it is there although other rows catch all of that. */
  beside?: string;
};
