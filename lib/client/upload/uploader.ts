import { ClientError, NetworkError } from "../fetch-json.ts";
import type { UploadApi } from "../interview-api.ts";
import { type Backoff, PATIENT, retryDelayMs } from "../retry.ts";
import { type Cursor, cutSlice, type PartInfo, type SegmentInfo, sha256Hex } from "./part.ts";
import { MemoryPartQueue, type PartQueue } from "./part-queue.ts";
import { judgeFailure, UploadStopped } from "./upload-errors.ts";
import { UploadRate } from "./upload-rate.ts";
import { NOTHING_TO_UPLOAD, type UploadState } from "./upload-state.ts";

/** The second request fills the line while the first waits for its answer. */
const IN_FLIGHT = 2;

type Options = {
  api: UploadApi;
  queue?: PartQueue;
  backoff?: Backoff;
};

type Segment = {
  info: SegmentInfo;
  /** The server's number for it. */
  number: Promise<number>;
  cursor: Cursor;
  /** Parts that the server has not acknowledged. */
  pending: number;
  /** Once its recorder has stopped. */
  ended: PromiseWithResolvers<void>;
  /** How many parts there are; null before it has ended. */
  total: number | null;
};

/** What is known of a part before its hash is. */
type Pending = { size: number; capturedAt: number };

/**
 * Brings a recording to the server, part by part in order, and tries again for ever: nothing is dropped before the
 * server has acknowledged it. It ends only when the server says that the session is over.
 */
export class Uploader {
  readonly #api: UploadApi;
  readonly #queue: PartQueue;
  readonly #backoff: Backoff;
  readonly #closing = new AbortController();
  readonly #listeners = new Set<() => void>();
  readonly #segments = new Map<string, Segment>();
  readonly #pauses = new Set<() => void>();
  readonly #rate = new UploadRate();
  /** Everything that is not acknowledged, oldest first. */
  readonly #pending = new Set<Pending>();
  /** Of these, what is ready to be sent and waits for its turn. */
  readonly #waiting: PartInfo[] = [];
  /** Segments that have ended and are not closed on the server yet. */
  readonly #unclosed = new Set<Segment>();
  #inFlight = 0;
  #state: UploadState = NOTHING_TO_UPLOAD;
  /** Slices are hashed one after the other, so that parts are sent in order. */
  #intake: Promise<void> = Promise.resolve();

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

  /** Bytes per second that go up lately; null before the first part. */
  get bytesPerSecond(): number | null {
    return this.#rate.bytesPerSecond;
  }

  /**
   * Tells the server that a segment begins.
   * @returns the server's number for it
   * @throws UploadStopped when the server takes no more segments
   */
  openSegment(info: SegmentInfo): Promise<number> {
    return this.#segmentOf(info).number;
  }

  /** Takes over one slice of a segment's bytes, in the order in which the recorder gave them. */
  add(info: SegmentInfo, slice: Blob): void {
    if (slice.size === 0) return;
    const capturedAt = Date.now();
    const segment = this.#segmentOf(info);
    const pieces = cutSlice(slice, segment.cursor).map(({ bytes, ...place }) => ({
      bytes,
      part: { ...place, segment: info, size: bytes.size, capturedAt, sha256: "" },
    }));
    segment.cursor.seq += pieces.length;
    segment.cursor.offset += slice.size;
    for (const { part } of pieces) this.#expect(segment, part);
    this.#update({});
    this.#afterIntake(async () => {
      for (const { bytes, part } of pieces) {
        part.sha256 = await sha256Hex(bytes);
        await this.#queue.add(part, bytes);
        this.#waiting.push(part);
        this.#pump();
      }
    });
  }

  /** Its recorder has stopped: when all its parts are acknowledged, the server is told how many there are. */
  endSegment(info: SegmentInfo): void {
    const segment = this.#segmentOf(info);
    if (segment.total !== null) return;
    this.#end(segment, segment.cursor.seq);
    this.#afterIntake(() => this.#queue.endSegment(info, segment.cursor.seq));
  }

  /**
   * Goes on with a segment of an earlier page, which is over.
   * @param parts those that the server does not have; the queue holds their bytes
   * @param total how many parts it has in all
   */
  restore(info: SegmentInfo, parts: PartInfo[], total: number): void {
    const segment = this.#segmentOf(info);
    for (const part of parts) this.#expect(segment, part);
    this.#waiting.push(...parts);
    this.#end(segment, total);
    this.#update({});
    this.#pump();
  }

  /**
   * Resolves when everything that was added is acknowledged and every segment that has ended is closed.
   * @throws UploadStopped when that will never be
   */
  drain(): Promise<void> {
    return new Promise((resolve, reject) => {
      const check = () => {
        const { stopped } = this.#state;
        if (!stopped && (this.#pending.size > 0 || this.#unclosed.size > 0)) return;
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

  /** Looks whether the browser's storage takes again what only this page holds. */
  async settle(): Promise<void> {
    await this.#queue.settle();
    this.#update({});
  }

  /** Ends every request and every wait; for a page that goes away. */
  close(): void {
    this.#closing.abort();
    this.wake();
  }

  #expect(segment: Segment, part: Pending): void {
    segment.pending += 1;
    this.#pending.add(part);
    this.#state = {
      ...this.#state,
      pendingParts: this.#pending.size,
      pendingBytes: this.#state.pendingBytes + part.size,
    };
  }

  #end(segment: Segment, total: number): void {
    segment.total = total;
    this.#unclosed.add(segment);
    segment.ended.resolve();
    void this.#closeWhenWhole(segment);
  }

  #afterIntake(work: () => Promise<void>): void {
    // A failure here means that the browser lost bytes that it had given: what follows would have a hole.
    this.#intake = this.#intake.then(work).catch((error) => void this.#stop(error));
  }

  #segmentOf(info: SegmentInfo): Segment {
    const known = this.#segments.get(info.clientKey);
    if (known) return known;
    const ended = Promise.withResolvers<void>();
    const number = this.#open(info, ended.promise);
    number.catch(() => undefined); // told by `stopped`; whoever awaits the number hears of it too
    const segment = { info, number, cursor: { seq: 0, offset: 0 }, pending: 0, ended, total: null };
    this.#segments.set(info.clientKey, segment);
    return segment;
  }

  /**
   * A claim that another page has taken over opens nothing while its recorder runs; what it had recorded until it heard
   * of that still belongs to the interview.
   */
  async #open({ clientKey, mimeType, epoch }: SegmentInfo, ended: Promise<void>): Promise<number> {
    const body = { client_key: clientKey, mime_type: mimeType };
    const { signal } = this.#closing;
    const opened = await this.#untilAccepted(async () => {
      try {
        return await this.#api.openSegment({ ...body, epoch }, signal);
      } catch (error) {
        if (!(error instanceof ClientError && error.code === "session_taken_over")) throw error;
        return null;
      }
    });
    if (opened) return opened.segment;
    await ended;
    return (await this.#untilAccepted(() => this.#api.openSegment(body, signal))).segment;
  }

  #pump(): void {
    while (this.#inFlight < IN_FLIGHT && !this.#state.stopped && !this.#closing.signal.aborted) {
      const part = this.#waiting.shift();
      if (!part) return;
      this.#inFlight += 1;
      void this.#deliver(part).finally(() => {
        this.#inFlight -= 1;
        this.#pump();
      });
    }
  }

  async #deliver(part: PartInfo): Promise<void> {
    try {
      const arrived = await this.#put(part);
      await this.#queue.remove(part);
      this.#settleUp(part, arrived);
    } catch (error) {
      if (!this.#state.stopped && !this.#closing.signal.aborted) this.#stop(error);
    }
  }

  /** @returns false when the browser has forgotten its bytes */
  async #put(part: PartInfo): Promise<boolean> {
    const segment = await this.#segmentOf(part.segment).number;
    const { seq, offset, sha256 } = part;
    return this.#untilAccepted(async () => {
      const bytes = await this.#queue.read(part);
      if (!bytes) return false;
      const sentAt = performance.now();
      try {
        await this.#api.putPart({ segment, seq, offset, sha256, bytes }, this.#closing.signal);
        this.#rate.add(bytes.size, performance.now() - sentAt);
      } catch (error) {
        if (judgeFailure(error) !== "kept") throw error;
      }
      return true;
    });
  }

  #settleUp(part: PartInfo, arrived: boolean): void {
    const segment = this.#segmentOf(part.segment);
    segment.pending -= 1;
    this.#pending.delete(part);
    this.#update({
      pendingParts: this.#pending.size,
      pendingBytes: this.#state.pendingBytes - part.size,
      ...(arrived ? { savedBytes: this.#state.savedBytes + part.size, lastSavedAt: Date.now() } : {}),
    });
    void this.#closeWhenWhole(segment);
  }

  async #closeWhenWhole(segment: Segment): Promise<void> {
    const { info, total } = segment;
    if (total === null || segment.pending > 0) return;
    try {
      const number = await segment.number;
      await this.#untilAccepted(() => this.#api.closeSegment(number, { parts: total }, this.#closing.signal));
      await this.#queue.forgetSegment(info);
      this.#unclosed.delete(segment);
      this.#update({});
    } catch (error) {
      if (!this.#state.stopped && !this.#closing.signal.aborted) this.#stop(error);
    }
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
    const oldest = this.#pending.values().next().value;
    const behindSeconds = oldest === undefined ? 0 : (Date.now() - oldest.capturedAt) / 1000;
    this.#state = { ...this.#state, behindSeconds, bytesInMemory: this.#queue.bytesInMemory(), ...change };
    for (const listener of this.#listeners) listener();
  }
}
