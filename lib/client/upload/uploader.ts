import { ClientError, NetworkError } from "../fetch-json.ts";
import type { UploadApi } from "../interview-api.ts";
import { type Backoff, PATIENT, retryDelayMs } from "../retry.ts";
import { type Cursor, cutSlice, type Part, type SegmentInfo, sha256Hex } from "./part.ts";
import { MemoryPartQueue, type PartQueue } from "./part-queue.ts";
import { judgeFailure, UploadStopped } from "./upload-errors.ts";
import { NOTHING_TO_UPLOAD, type UploadState } from "./upload-state.ts";

type Options = {
  api: UploadApi;
  queue?: PartQueue;
  backoff?: Backoff;
};

/**
 * Brings a recording to the server, part by part in order, one request at a time, and tries again for ever: nothing is
 * dropped before the server has acknowledged it. It ends only when the server says that the session is over.
 */
export class Uploader {
  readonly #api: UploadApi;
  readonly #queue: PartQueue;
  readonly #backoff: Backoff;
  readonly #closing = new AbortController();
  readonly #listeners = new Set<() => void>();
  readonly #segments = new Map<string, { number: Promise<number>; cursor: Cursor }>();
  readonly #pauses = new Set<() => void>();
  /** When each pending part was captured, Unix milliseconds, oldest first. */
  readonly #pendingSince: number[] = [];
  #state: UploadState = NOTHING_TO_UPLOAD;
  /** Slices are hashed one after the other, so that parts enter the queue in order. */
  #intake: Promise<void> = Promise.resolve();
  #sending = false;
  /** A part came while the queue was found empty: look again. */
  #lookAgain = false;

  constructor({ api, queue = new MemoryPartQueue(), backoff = PATIENT }: Options) {
    this.#api = api;
    this.#queue = queue;
    this.#backoff = backoff;
  }

  getState = (): UploadState => this.#state;

  /** Calls `listener` at every change. @returns how to end that */
  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /**
   * Tells the server that a segment begins.
   * @returns the server's number for it
   * @throws UploadStopped when the server takes no more segments
   */
  openSegment(segment: SegmentInfo): Promise<number> {
    return this.#segmentOf(segment).number;
  }

  /** Takes over one slice of a segment's bytes, in the order in which the recorder gave them. */
  add(segment: SegmentInfo, slice: Blob): void {
    if (slice.size === 0) return;
    const capturedAt = Date.now();
    const { cursor } = this.#segmentOf(segment);
    const pieces = cutSlice(slice, cursor);
    cursor.seq += pieces.length;
    cursor.offset += slice.size;
    this.#pendingSince.push(...pieces.map(() => capturedAt));
    this.#update({
      pendingParts: this.#state.pendingParts + pieces.length,
      pendingBytes: this.#state.pendingBytes + slice.size,
    });
    this.#intake = this.#intake
      .then(async () => {
        for (const piece of pieces) {
          await this.#queue.add({ ...piece, segment, capturedAt, sha256: await sha256Hex(piece.bytes) });
        }
        void this.#send();
      })
      .catch((error) => void this.#stop(error)); // the browser lost bytes that it had given: what follows has a hole
  }

  /**
   * Resolves when everything that was added is acknowledged.
   * @throws UploadStopped when that will never be
   */
  drain(): Promise<void> {
    return new Promise((resolve, reject) => {
      const check = () => {
        const { stopped, pendingParts } = this.#state;
        if (!stopped && pendingParts > 0) return;
        unsubscribe();
        if (stopped) reject(new UploadStopped(stopped.code, stopped.message));
        else resolve();
      };
      const unsubscribe = this.subscribe(check);
      check();
    });
  }

  /** Tries again at once instead of waiting the pause out: the network came back. */
  wake(): void {
    for (const endPause of this.#pauses) endPause();
  }

  /** Ends every request and every wait; for a page that goes away. */
  close(): void {
    this.#closing.abort();
    this.wake();
  }

  #segmentOf(segment: SegmentInfo) {
    const known = this.#segments.get(segment.clientKey);
    if (known) return known;
    const body = { client_key: segment.clientKey, mime_type: segment.mimeType };
    const number = this.#untilAccepted(() => this.#api.openSegment(body, this.#closing.signal)).then(
      (answer) => answer.segment,
    );
    number.catch(() => undefined); // told by `stopped`; whoever awaits the number hears of it too
    const opened = { number, cursor: { seq: 0, offset: 0 } };
    this.#segments.set(segment.clientKey, opened);
    return opened;
  }

  async #send(): Promise<void> {
    this.#lookAgain = true;
    if (this.#sending) return;
    this.#sending = true;
    try {
      while (this.#lookAgain) {
        this.#lookAgain = false;
        await this.#emptyQueue();
      }
    } catch (error) {
      if (!this.#state.stopped && !this.#closing.signal.aborted) throw error;
    } finally {
      this.#sending = false;
    }
  }

  async #emptyQueue(): Promise<void> {
    while (!this.#state.stopped) {
      const part = await this.#queue.first();
      if (!part) return;
      await this.#put(part);
      await this.#queue.removeFirst();
      this.#acknowledge(part);
    }
  }

  async #put(part: Part): Promise<void> {
    const segment = await this.#segmentOf(part.segment).number;
    const { seq, offset, bytes, sha256 } = part;
    await this.#untilAccepted(async () => {
      try {
        await this.#api.putPart({ segment, seq, offset, sha256, bytes }, this.#closing.signal);
      } catch (error) {
        if (judgeFailure(error) !== "kept") throw error;
      }
    });
  }

  #acknowledge(part: Part): void {
    this.#pendingSince.shift();
    this.#update({
      pendingParts: this.#state.pendingParts - 1,
      pendingBytes: this.#state.pendingBytes - part.bytes.size,
      savedBytes: this.#state.savedBytes + part.bytes.size,
      lastSavedAt: Date.now(),
    });
  }

  async #untilAccepted<T>(attempt: () => Promise<T>): Promise<T> {
    for (let failures = 0; ; failures += 1) {
      try {
        const answer = await attempt();
        this.#update({ online: true });
        return answer;
      } catch (error) {
        if (this.#closing.signal.aborted) throw error;
        if (judgeFailure(error) === "over") throw this.#stop(error);
        this.#update({ online: !(error instanceof NetworkError) });
        await this.#pause(retryDelayMs(failures, error, this.#backoff));
      }
    }
  }

  #stop(error: unknown): UploadStopped {
    const code = error instanceof ClientError ? error.code : "upload_failed";
    const message = error instanceof Error ? error.message : "The recording could not be sent.";
    this.#update({ stopped: { code, message } });
    return new UploadStopped(code, message);
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

  #update(change: Partial<UploadState>): void {
    const oldest = this.#pendingSince[0];
    const behindSeconds = oldest === undefined ? 0 : (Date.now() - oldest) / 1000;
    this.#state = { ...this.#state, behindSeconds, ...change };
    for (const listener of this.#listeners) listener();
  }
}
