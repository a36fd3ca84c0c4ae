import { SessionClaim } from "../claim/session-claim.ts";
import { uploadApi } from "../interview-api.ts";
import { isPassing, retryDelayMs } from "../retry.ts";
import { restoreLeftovers, sessionLock } from "../upload/drain-leftovers.ts";
import { OverflowQueue } from "../upload/overflow-queue.ts";
import { Spool } from "../upload/spool.ts";
import { Uploader } from "../upload/uploader.ts";
import { type LocalMark, Recorder, type RecorderState, type Setback, type StartSegment } from "./recorder.ts";
import type { SegmentOptions } from "./start-segment.ts";

/** What only this page holds may grow to this; then the recording pauses. */
const MEMORY_LIMIT_BYTES = 128 * 1024 * 1024;
/** It goes on when there is space for a while. */
const MEMORY_ENOUGH_BYTES = MEMORY_LIMIT_BYTES / 2;
const TICK_MS = 2_000;

/** `paused`: this browser has no space left for what the server has not taken yet; it goes on by itself. */
export type RecordingState = RecorderState | "paused";

type Events = {
  onState(state: RecordingState): void;
  onSetback(setback: Setback, mark: LocalMark): void;
  /** Another page records this session now; what this one has is still sent. */
  onLost(): void;
  /** The server answered a sign of life. */
  onReachable(): void;
};

type Source = { stream: MediaStream; options: SegmentOptions };

/** The recording of one session by this page: its claim, its recorder, the spool on this device and the upload. */
export class SessionRecording {
  readonly uploader: Uploader;
  readonly #sessionId: string;
  readonly #events: Events;
  readonly #recorder: Recorder;
  readonly #closing = new AbortController();
  readonly #ownSegments = new Set<string>();
  #claim: SessionClaim | null = null;
  /** While it pauses for space: what it goes on with. */
  #paused: Source | null = null;
  #source: Source | null = null;
  /** Set as soon as this page is the one that sends what earlier ones have left. */
  #restoring: Promise<void> | null = null;

  /** @param startSegment how a segment is recorded; without it, by this browser's recorder */
  constructor(sessionId: string, events: Events, startSegment?: StartSegment) {
    this.#sessionId = sessionId;
    this.#events = events;
    this.uploader = new Uploader({ api: uploadApi(sessionId), queue: new OverflowQueue(new Spool(sessionId)) });
    this.#recorder = new Recorder(
      {
        onSegment: (segment) => {
          this.#ownSegments.add(segment.clientKey);
          void this.uploader.openSegment(segment).catch(() => undefined); // told by the upload's state
        },
        onSlice: (segment, slice) => this.uploader.add(segment, slice),
        onSegmentEnd: (segment) => this.uploader.endSegment(segment),
        onState: (state) => events.onState(this.#paused ? "paused" : state),
        onSetback: events.onSetback,
      },
      startSegment,
    );
    this.uploader.subscribe(() => void this.#mindSpace());
    const ticking = setInterval(() => void this.uploader.secure(), TICK_MS);
    this.#closing.signal.addEventListener("abort", () => clearInterval(ticking));
    void this.#sendLeftovers();
  }

  /**
   * Makes this page the one that records the session.
   * @throws SessionElsewhere when another page does and `takeOver` is false
   * @throws ClientError, NetworkError
   */
  async claim(takeOver: boolean): Promise<void> {
    this.#claim?.close();
    const events = { onLost: () => this.#lose(), onAnswer: () => this.#backOnline() };
    this.#claim = await SessionClaim.take(this.#sessionId, takeOver, events, () => this.uploader.bytesPerSecond);
    if (this.#closing.signal.aborted) this.#claim.close();
  }

  /** Begins a segment. @throws Error when the browser cannot record this stream */
  async begin(stream: MediaStream, options: SegmentOptions): Promise<void> {
    this.#paused = null;
    this.#source = { stream, options };
    await this.#recorder.start(stream, options, this.#claim?.epoch ?? null);
  }

  /** The devices that are being recorded are of no use any more. */
  interrupt(setback: Setback): void {
    this.#recorder.interrupt(setback);
  }

  /** Ends the recording; what is pending is still sent, as long as the server takes it. */
  async stop(): Promise<void> {
    this.#paused = null;
    await this.#recorder.stop();
  }

  /** Ends the recording and waits until the server has all of it. @throws UploadStopped when it never will */
  async finish(): Promise<void> {
    await this.stop();
    await this.#restoring;
    await this.uploader.drain();
  }

  /** The interview is over: no more signs of life. */
  letGo(): void {
    this.#claim?.close();
  }

  mark(): LocalMark | null {
    return this.#recorder.mark();
  }

  /** For a page that goes away. */
  close(): void {
    this.letGo();
    this.#closing.abort();
    void this.#recorder.stop();
    this.uploader.close();
  }

  /** A server that is busy or full is left its time. */
  #backOnline(): void {
    if (!this.uploader.getState().online) this.uploader.wake();
    this.#events.onReachable();
  }

  #lose(): void {
    void this.stop();
    this.#events.onLost();
  }

  async #mindSpace(): Promise<void> {
    const { bytesInMemory, bytesBeingKept } = this.uploader.getState();
    const held = bytesInMemory + bytesBeingKept;
    if (!this.#paused && this.#source && this.#recorder.mark() && held > MEMORY_LIMIT_BYTES) {
      this.#paused = this.#source;
      await this.#recorder.stop();
    } else if (this.#paused && held < MEMORY_ENOUGH_BYTES) {
      const { stream, options } = this.#paused;
      await this.begin(stream, options).catch(() => this.#events.onState("interrupted"));
    }
  }

  /** Holds the session's lock as long as this page lives, so that no other page of this browser sends the same. */
  async #sendLeftovers(): Promise<void> {
    const { signal } = this.#closing;
    const closed = new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve()));
    await navigator.locks
      .request(sessionLock(this.#sessionId), { signal }, async () => {
        this.#restoring = this.#restore(signal);
        await closed;
      })
      .catch(() => undefined); // the page went away while it waited
  }

  async #restore(signal: AbortSignal): Promise<void> {
    for (let failures = 0; !signal.aborted; failures += 1) {
      try {
        await restoreLeftovers(this.uploader, this.#sessionId, signal, (key) => this.#ownSegments.has(key));
        return;
      } catch (error) {
        if (!isPassing(error)) return; // a later visit tries again
        await new Promise((wake) => setTimeout(wake, retryDelayMs(failures, error)));
      }
    }
  }
}
