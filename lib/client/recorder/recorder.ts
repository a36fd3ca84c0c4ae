import type { SegmentInfo } from "../upload/part.ts";
import { type RunningSegment, type SegmentEvents, type SegmentOptions, startSegment } from "./start-segment.ts";

/** Where the recording is right now; the server's number for the segment may not be known yet. */
export type LocalMark = { segment: SegmentInfo; offsetMs: number };

/**
 * - `idle`: not started, or stopped on purpose.
 * - `interrupted`: the segment is over against our will; a new stream is needed.
 */
export type RecorderState = "idle" | "recording" | "interrupted";

/**
 * Why a segment ended against our will:
 * - `failed`: the browser's recorder gave up.
 * - `stalled`: it gave no bytes for too long, without a word.
 * - `silent`: it began, and never gave any: this browser cannot record this stream, though it says that it does.
 * - `slept`: the computer slept; what devices say afterwards is not to be trusted.
 * - `device_lost`: camera or microphone went away.
 */
export type Setback = "failed" | "stalled" | "silent" | "slept" | "device_lost";

type Events = {
  onSegment(segment: SegmentInfo): void;
  onSlice(segment: SegmentInfo, slice: Blob): void;
  /** After a segment's last slice. */
  onSegmentEnd(segment: SegmentInfo): void;
  onState(state: RecorderState): void;
  /** @param mark where the segment ended */
  onSetback(setback: Setback, mark: LocalMark): void;
};

/** How one start of a recorder is made. */
export type StartSegment = (
  stream: MediaStream,
  options: SegmentOptions,
  events: SegmentEvents,
) => Promise<RunningSegment>;

type Running = {
  info: SegmentInfo;
  media: RunningSegment;
  stream: MediaStream;
  options: SegmentOptions;
  watchdog: ReturnType<typeof setInterval>;
  /** performance.now() of its last bytes, or of its beginning */
  heardAt: number;
  /** Whether it gave any bytes. */
  heard: boolean;
};

/** Recorders stall silently after sleep or a locked screen. */
const STALL_MS = 5_000;
/** A slow computer's first bytes may take longer than any later ones. */
const FIRST_BYTES_MS = 10_000;
/** Chromium's MP4 is silent for its first twelve seconds. */
const MP4_STALL_MS = 15_000;
const WATCH_EVERY_MS = 1_000;
/** The clock went on this much further than the page did: the computer slept. */
const SLEEP_MS = 10_000;
/** A recorder that fails sooner would fail again at once, for ever. */
const SHORTEST_MS = 1_000;

/**
 * Records a stream in segments: each start of the browser's recorder is a new one. While the tracks live, a recorder that
 * fails or stalls is replaced by a new segment; when that is of no use, the state is `interrupted`.
 */
export class Recorder {
  readonly #events: Events;
  readonly #startSegment: StartSegment;
  #running: Running | null = null;

  constructor(events: Events, start: StartSegment = startSegment) {
    this.#events = events;
    this.#startSegment = start;
  }

  /**
   * Begins a segment, and then ends the one that runs: where the new one cannot begin, the old one goes on.
   * @param epoch the claim it is recorded under
   * @throws Error when the browser cannot record this stream
   */
  async start(stream: MediaStream, options: SegmentOptions, epoch: number | null = null): Promise<void> {
    const clientKey = crypto.randomUUID();
    const early: Blob[] = [];
    let running: Running | null = null;
    const media = await this.#startSegment(stream, options, {
      onSlice: (slice) => {
        if (!running) return void early.push(slice);
        running.heardAt = performance.now();
        running.heard = true;
        this.#events.onSlice(running.info, slice);
      },
      onEnd: () => running && this.#ended(running),
    });
    const info = { clientKey, mimeType: media.mimeType, epoch };
    const watchdog = setInterval(this.#watch(), WATCH_EVERY_MS);
    running = { info, media, stream, options, watchdog, heardAt: performance.now(), heard: early.length > 0 };
    const before = this.#forget();
    this.#running = running;
    this.#events.onSegment(info);
    for (const slice of early) this.#events.onSlice(info, slice);
    this.#events.onState("recording");
    await before?.media.stop();
  }

  /** Ends the segment on purpose. Resolves after its last slice. */
  async stop(): Promise<void> {
    await this.#forget()?.media.stop();
    this.#events.onState("idle");
  }

  /** Ends the segment because its stream is of no use any more. */
  interrupt(setback: Setback): void {
    const running = this.#forget();
    if (!running) return;
    this.#events.onSetback(setback, markOf(running));
    this.#events.onState("interrupted");
    void running.media.stop();
  }

  /** The media time of this moment, or null when nothing is being recorded. */
  mark(): LocalMark | null {
    return this.#running && markOf(this.#running);
  }

  #forget(): Running | null {
    clearInterval(this.#running?.watchdog);
    const running = this.#running;
    this.#running = null;
    return running;
  }

  #ended(ended: Running): void {
    this.#events.onSegmentEnd(ended.info);
    if (this.#running !== ended) return; // on purpose
    const lives = ended.stream.getTracks().every((track) => track.readyState === "live");
    if (!lives) this.interrupt("device_lost");
    else if (ended.media.elapsedMs() < SHORTEST_MS) this.interrupt("failed");
    else void this.#replace("failed");
  }

  /** Goes on with the same stream in a new segment. Whatever the old one still gives belongs to the old one. */
  async #replace(setback: Setback): Promise<void> {
    const running = this.#forget();
    if (!running) return;
    this.#events.onSetback(setback, markOf(running));
    void running.media.stop();
    const goesOn = await this.start(running.stream, running.options, running.info.epoch).then(
      () => true,
      () => false,
    );
    if (!goesOn) this.#events.onState("interrupted");
  }

  /** @returns what to do every second */
  #watch(): () => void {
    let lastAt = Date.now();
    return () => {
      const sinceLastMs = Date.now() - lastAt;
      lastAt = Date.now();
      const running = this.#running;
      if (!running) return;
      if (sinceLastMs > SLEEP_MS) return this.interrupt("slept");
      const mp4 = running.info.mimeType.includes("mp4");
      const patienceMs = mp4 ? MP4_STALL_MS : running.heard ? STALL_MS : FIRST_BYTES_MS;
      if (performance.now() - running.heardAt <= patienceMs) return;
      if (running.heard) void this.#replace("stalled");
      else this.interrupt("silent"); // another recorder would say nothing either: it is the stream
    };
  }
}

const markOf = ({ info, media }: Running): LocalMark => ({ segment: info, offsetMs: media.elapsedMs() });
