import { NetworkError } from "../fetch-json.ts";
import { type Backoff, retryDelayMs } from "../retry.ts";
import { judgeFailure } from "./upload-errors.ts";

type Events = {
  /** Whether the last attempt reached the server. */
  onOnline?(online: boolean): void;
  /** An attempt failed, and another one follows. */
  onFailure?(error: unknown): void;
  /** Whether no other attempt makes sense; without it, as of a part of a recording. @param failures of it before this one */
  isOver?(error: unknown, failures: number): boolean;
  /** No other attempt follows. @returns what to throw; without it, the error itself */
  onOver?(error: unknown): Error;
};

/** Requests that are tried again until the server has accepted them. */
export class PersistentRequests {
  readonly #backoff: Backoff;
  readonly #events: Events;
  readonly #closing = new AbortController();
  readonly #pauses = new Set<() => void>();

  constructor(backoff: Backoff, events: Events) {
    this.#backoff = backoff;
    this.#events = events;
  }

  /** Ends with `close`. */
  get signal(): AbortSignal {
    return this.#closing.signal;
  }

  /** @throws what `onOver` returns, or the attempt's own error once this is closed */
  async untilAccepted<T>(attempt: () => Promise<T>): Promise<T> {
    for (let failures = 0; ; failures += 1) {
      try {
        const answer = await attempt();
        this.#events.onOnline?.(true);
        return answer;
      } catch (error) {
        if (this.signal.aborted) throw error;
        if (this.#isOver(error, failures)) throw this.#events.onOver?.(error) ?? error;
        this.#events.onOnline?.(!(error instanceof NetworkError));
        this.#events.onFailure?.(error);
        await this.#pause(retryDelayMs(failures, error, this.#backoff));
      }
    }
  }

  /** Tries again at once instead of waiting the pause out. */
  wake(): void {
    for (const endPause of this.#pauses) endPause();
  }

  /** Ends every request and every wait. */
  close(): void {
    this.#closing.abort();
    this.wake();
  }

  #isOver(error: unknown, failures: number): boolean {
    return this.#events.isOver?.(error, failures) ?? judgeFailure(error) === "over";
  }

  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer);
        this.#pauses.delete(end);
        resolve();
      };
      const timer = setTimeout(end, ms);
      this.#pauses.add(end);
    });
  }
}
