/** Rarely enough to disturb nobody, also a device that another program is about to open. */
const RETRY_EVERY_MS = 10_000;

/** Tries something every ten seconds for as long as it is wanted. */
export class GentleRetry {
  readonly #attempt: () => void;
  #timer: ReturnType<typeof setInterval> | null = null;

  constructor(attempt: () => void) {
    this.#attempt = attempt;
  }

  /** The first attempt comes ten seconds after it was not wanted before. */
  want(wanted: boolean): void {
    if (wanted) this.#timer ??= setInterval(this.#attempt, RETRY_EVERY_MS);
    else this.end();
  }

  /** There is news that may change the outcome: tries at once where it is wanted. */
  hear(): void {
    if (this.#timer !== null) this.#attempt();
  }

  end(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
  }
}
