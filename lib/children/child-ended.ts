export type Limit = "computing_time" | "memory" | "time";

/** `limit`: it passed one. `signal`: somebody outside ended it. `broke`: it broke down by itself. `not_told`: it never heard what to do. */
export type ChildEnd =
  | { kind: "limit"; limit: Limit }
  | { kind: "signal"; signal: NodeJS.Signals }
  | { kind: "broke"; how: string }
  | { kind: "not_told" };

/** A process that ended without its answer. */
export class ChildEnded extends Error {
  override readonly name = "ChildEnded";
  readonly end: ChildEnd;
  /** The most resident memory it was seen with: native code that aborts looks like V8 without memory, and was far from its limit. */
  readonly residentMib: number;

  constructor(end: ChildEnd, residentMib = 0) {
    super(Object.values(end).join(": "));
    this.end = end;
    this.residentMib = residentMib;
  }
}
