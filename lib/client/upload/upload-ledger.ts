import { requestWords } from "../../words/request-words.ts";
import { ClientError } from "../fetch-json.ts";
import { UploadStopped } from "./upload-errors.ts";
import { NOTHING_TO_UPLOAD, type UploadState } from "./upload-state.ts";

/** What is known of a part before its hash is. */
type Pending = { size: number; capturedAt: number };

/** What is recorded and not acknowledged, and how that stands: the figures that the room shows. */
export class UploadLedger {
  readonly #listeners = new Set<() => void>();
  readonly #bytesInMemory: () => number;
  /** Everything that is not acknowledged, oldest first. */
  readonly #pending = new Set<Pending>();
  #state: UploadState = NOTHING_TO_UPLOAD;

  constructor(bytesInMemory: () => number) {
    this.#bytesInMemory = bytesInMemory;
  }

  get state(): UploadState {
    return this.#state;
  }

  /** Calls `listener` at every change. @returns how to end that */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** A part is recorded. Told to nobody before the next `update`. */
  expect(part: Pending): void {
    this.#pending.add(part);
    this.#state = {
      ...this.#state,
      pendingParts: this.#pending.size,
      pendingBytes: this.#state.pendingBytes + part.size,
    };
  }

  /** The queue has a part's bytes. */
  keep({ size }: Pending): void {
    this.update({ bytesBeingKept: this.#state.bytesBeingKept - size });
  }

  /** A part needs no more care: it has arrived, or the browser has forgotten its bytes. */
  release(part: Pending, arrived: boolean): void {
    this.#pending.delete(part);
    this.update({
      pendingParts: this.#pending.size,
      pendingBytes: this.#state.pendingBytes - part.size,
      ...(arrived ? { savedBytes: this.#state.savedBytes + part.size, lastSavedAt: Date.now() } : {}),
    });
  }

  /** Nothing is sent any more. @returns what to tell whoever waits */
  stop(error: unknown): UploadStopped {
    const code = error instanceof ClientError ? error.code : "upload_failed";
    const message = error instanceof Error ? error.message : requestWords("not_sent");
    this.update({ stopped: { code, message } });
    return new UploadStopped(code, message);
  }

  update(change: Partial<UploadState>): void {
    const oldest = this.#pending.values().next().value;
    const behindSeconds = oldest === undefined ? 0 : (Date.now() - oldest.capturedAt) / 1000;
    this.#state = { ...this.#state, behindSeconds, bytesInMemory: this.#bytesInMemory(), ...change };
    for (const listener of this.#listeners) listener();
  }
}
