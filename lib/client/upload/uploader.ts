import { ClientError } from "../fetch-json.ts";
import type { UploadApi } from "../interview-api.ts";
import { type Backoff, PATIENT } from "../retry.ts";
import { type Cursor, cutSlice, type PartInfo, type SegmentInfo, sha256Hex } from "./part.ts";
import { MemoryPartQueue, type PartQueue } from "./part-queue.ts";
import { PersistentRequests } from "./persistent-requests.ts";
import { judgeFailure, UploadStopped } from "./upload-errors.ts";
import { UploadLedger } from "./upload-ledger.ts";
import { UploadRate } from "./upload-rate.ts";
import type { UploadState } from "./upload-state.ts";

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

/**
 * Brings a recording to the server, part by part in order, and tries again for ever: nothing is dropped before the
 * server has acknowledged it. It ends only when the server says that the session is over.
 */
export class Uploader {
  readonly #api: UploadApi;
  readonly #queue: PartQueue;
  readonly #requests: PersistentRequests;
  readonly #ledger: UploadLedger;
  readonly #segments = new Map<string, Segment>();
  readonly #rate = new UploadRate();
  /** Of what is not acknowledged: what is ready to be sent and waits for its turn. */
  readonly #waiting: PartInfo[] = [];
  /** Segments that have ended and are not closed on the server yet. */
  readonly #unclosed = new Set<Segment>();
  #inFlight = 0;
  /** Slices are hashed one after the other, so that parts are sent in order. */
  #intake: Promise<void> = Promise.resolve();

  constructor({ api, queue = new MemoryPartQueue(), backoff = PATIENT }: Options) {
    this.#api = api;
    this.#queue = queue;
    this.#ledger = new UploadLedger(() => queue.bytesInMemory());
    this.#requests = new PersistentRequests(backoff, {
      onOnline: (online) => this.#ledger.update({ online }),
      onOver: (error) => this.#ledger.stop(error),
    });
  }

  getState = (): UploadState => this.#ledger.state;

  /** Calls `listener` at every change. @returns how to end that */
  subscribe = (listener: () => void): (() => void) => this.#ledger.subscribe(listener);

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
    this.#ledger.update({ bytesBeingKept: this.getState().bytesBeingKept + slice.size });
    this.#afterIntake(async () => {
      for (const { bytes, part } of pieces) {
        part.sha256 = await sha256Hex(bytes);
        await this.#queue.add(part, bytes);
        this.#ledger.keep(part);
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
    this.#ledger.update({});
    this.#pump();
  }

  /**
   * Resolves when everything that was added is acknowledged and every segment that has ended is closed.
   * @throws UploadStopped when that will never be
   */
  drain(): Promise<void> {
    return new Promise((resolve, reject) => {
      const check = () => {
        const { stopped, pendingParts } = this.getState();
        if (!stopped && (pendingParts > 0 || this.#unclosed.size > 0)) return;
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
    this.#requests.wake();
  }

  /** Looks whether the browser's storage takes again what only this page holds. */
  async secure(): Promise<void> {
    await this.#queue.secure();
    this.#ledger.update({});
  }

  /** Ends every request and every wait; for a page that goes away. */
  close(): void {
    this.#requests.close();
  }

  #expect(segment: Segment, part: PartInfo): void {
    segment.pending += 1;
    this.#ledger.expect(part);
  }

  #end(segment: Segment, total: number): void {
    segment.total = total;
    this.#unclosed.add(segment);
    segment.ended.resolve();
    void this.#closeWhenWhole(segment);
  }

  #afterIntake(work: () => Promise<void>): void {
    // A failure here means that the browser lost bytes that it had given: what follows would have a hole.
    this.#intake = this.#intake.then(work).catch((error) => void this.#ledger.stop(error));
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
    const { signal } = this.#requests;
    const opened = await this.#requests.untilAccepted(async () => {
      try {
        return await this.#api.openSegment({ ...body, epoch }, signal);
      } catch (error) {
        if (!(error instanceof ClientError && error.code === "session_taken_over")) throw error;
        return null;
      }
    });
    if (opened) return opened.segment;
    await ended;
    return (await this.#requests.untilAccepted(() => this.#api.openSegment(body, signal))).segment;
  }

  #pump(): void {
    while (this.#inFlight < IN_FLIGHT && !this.#over()) {
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
      this.#release(part, arrived);
    } catch (error) {
      if (!this.#over()) this.#ledger.stop(error);
    }
  }

  /** @returns false when the browser has forgotten its bytes */
  async #put(part: PartInfo): Promise<boolean> {
    const segment = await this.#segmentOf(part.segment).number;
    const { seq, offset, sha256 } = part;
    return this.#requests.untilAccepted(async () => {
      const bytes = await this.#queue.read(part);
      if (!bytes) return false;
      const sentAt = performance.now();
      try {
        await this.#api.putPart({ segment, seq, offset, sha256, bytes }, this.#requests.signal);
        this.#rate.add(bytes.size, performance.now() - sentAt);
      } catch (error) {
        if (judgeFailure(error) !== "kept") throw error;
      }
      return true;
    });
  }

  #release(part: PartInfo, arrived: boolean): void {
    const segment = this.#segmentOf(part.segment);
    segment.pending -= 1;
    this.#ledger.release(part, arrived);
    void this.#closeWhenWhole(segment);
  }

  async #closeWhenWhole(segment: Segment): Promise<void> {
    const { info, total } = segment;
    if (total === null || segment.pending > 0) return;
    try {
      const number = await segment.number;
      await this.#requests.untilAccepted(() => this.#api.closeSegment(number, { parts: total }, this.#requests.signal));
      await this.#queue.forgetSegment(info);
      this.#unclosed.delete(segment);
      this.#ledger.update({});
    } catch (error) {
      if (!this.#over()) this.#ledger.stop(error);
    }
  }

  /** Nothing is sent any more: the server wants none of it, or the page goes away. */
  #over(): boolean {
    return this.getState().stopped !== null || this.#requests.signal.aborted;
  }
}
