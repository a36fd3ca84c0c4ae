import type { SegmentInfo } from "../upload/part.ts";
import { type RunningSegment, type SegmentEvents, type SegmentOptions, startSegment } from "./start-segment.ts";

/** Where the recording is right now; the server's number for the segment may not be known yet. */
export type LocalMark = { segment: SegmentInfo; offsetMs: number };

/**
 * - `idle`: not started, or stopped on purpose.
 * - `interrupted`: camera or microphone went away, or the recorder failed; a new stream is needed.
 */
export type RecorderState = "idle" | "recording" | "interrupted";

type Events = {
  onSegment(segment: SegmentInfo): void;
  onSlice(segment: SegmentInfo, slice: Blob): void;
  onState(state: RecorderState): void;
};

type StartSegment = (stream: MediaStream, options: SegmentOptions, events: SegmentEvents) => Promise<RunningSegment>;

type Running = { info: SegmentInfo; media: RunningSegment };

/** Recorders stall silently after sleep or a locked screen. Chromium's MP4 is silent for its first twelve seconds. */
const STALL_MS = 20_000;
const WATCH_EVERY_MS = 5_000;
/** A recorder that fails sooner would fail again at once, for ever. */
const SHORTEST_MS = 1_000;

/**
 * Records a stream in segments: each start of the browser's recorder is a new one. While the tracks live, a recorder that
 * fails or stalls is replaced by a new segment; when they have ended, the state is `interrupted`.
 */
export class Recorder {
  readonly #events: Events;
  readonly #startSegment: StartSegment;
  #running: Running | null = null;
  #lastSliceAt = 0;
  #watchdog: ReturnType<typeof setInterval> | undefined;

  constructor(events: Events, start: StartSegment = startSegment) {
    this.#events = events;
    this.#startSegment = start;
  }

  /**
   * Begins a segment; one that runs already is ended first.
   * @throws Error when the browser cannot record this stream
   */
  async start(stream: MediaStream, options: SegmentOptions): Promise<void> {
    await this.stop();
    const clientKey = crypto.randomUUID();
    const early: Blob[] = [];
    let info: SegmentInfo | null = null;
    const media = await this.#startSegment(stream, options, {
      onSlice: (slice) => {
        this.#lastSliceAt = performance.now();
        if (info) this.#events.onSlice(info, slice);
        else early.push(slice);
      },
      onEnd: () => void this.#ended(clientKey, stream, options),
    });
    info = { clientKey, mimeType: media.mimeType };
    this.#running = { info, media };
    this.#lastSliceAt = performance.now();
    this.#events.onSegment(info);
    for (const slice of early) this.#events.onSlice(info, slice);
    this.#watchdog = setInterval(() => this.#watch(), WATCH_EVERY_MS);
    this.#events.onState("recording");
  }

  /** Ends the segment on purpose. Resolves after its last slice. */
  async stop(): Promise<void> {
    const running = this.#forget();
    if (!running) return;
    await running.media.stop();
    this.#events.onState("idle");
  }

  /** The media time of this moment, or null when nothing is being recorded. */
  mark(): LocalMark | null {
    return this.#running && { segment: this.#running.info, offsetMs: this.#running.media.elapsedMs() };
  }

  #forget(): Running | null {
    clearInterval(this.#watchdog);
    const running = this.#running;
    this.#running = null;
    return running;
  }

  async #ended(clientKey: string, stream: MediaStream, options: SegmentOptions): Promise<void> {
    if (this.#running?.info.clientKey !== clientKey) return; // on purpose
    const lastedMs = this.#running.media.elapsedMs();
    this.#forget();
    const worthTrying = lastedMs >= SHORTEST_MS && stream.getTracks().every((track) => track.readyState === "live");
    const goesOn =
      worthTrying &&
      (await this.start(stream, options).then(
        () => true,
        () => false,
      ));
    if (!goesOn) this.#events.onState("interrupted");
  }

  /** Ending a stalled segment is noticed by `#ended`, which begins the next one. */
  #watch(): void {
    if (performance.now() - this.#lastSliceAt > STALL_MS) void this.#running?.media.stop();
  }
}
