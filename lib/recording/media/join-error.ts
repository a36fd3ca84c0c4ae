/**
 * Why there is no file. `nothing_readable`: no segment can be played, and trying again won't help unless parts arrive. `not_verified`: the
 * file was written but did not open as it should.
 */
export class JoinError extends Error {
  override readonly name = "JoinError";
  readonly code: "nothing_readable" | "not_verified";

  constructor(code: JoinError["code"], message: string) {
    super(message);
    this.code = code;
  }
}
