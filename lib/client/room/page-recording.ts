import { pageKey } from "../claim/page-key.ts";
import type { LocalMark, Setback, StartSegment } from "../recorder/recorder.ts";
import { type RecordingState, SessionRecording } from "../recorder/session-recording.ts";
import type { SegmentOptions } from "../recorder/start-segment.ts";
import { NOTHING_TO_UPLOAD, type UploadState } from "../upload/upload-state.ts";
import { wireMark } from "../upload/wire-mark.ts";
import { Observed } from "./observed.ts";

export type PageRecordingState = { state: RecordingState; upload: UploadState };

type Events = {
  onSetback(setback: Setback, mark: LocalMark): void;
  /** Another page records this session now. */
  onLost(): void;
  /** The server answered a sign of life. */
  onReachable(): void;
};

/** The recording of this page's session, for as long as the page is open; before the session is known, nothing. */
export class PageRecording {
  readonly #observed = new Observed<PageRecordingState>({ state: "idle", upload: NOTHING_TO_UPLOAD });
  readonly #events: Events;
  readonly #startSegment: StartSegment | undefined;
  #session: SessionRecording | null = null;

  /** @param startSegment how a segment is recorded; without it, by this browser's recorder */
  constructor(events: Events, startSegment?: StartSegment) {
    this.#events = events;
    this.#startSegment = startSegment;
  }

  getState = this.#observed.getState;
  subscribe = this.#observed.subscribe;

  /** @returns how to end it: for a page that goes away */
  open(): () => void {
    void pageKey(); // a name may take a second to find, which nobody should wait for later
    const wake = () => this.#session?.uploader.wake();
    window.addEventListener("online", wake);
    return () => {
      window.removeEventListener("online", wake);
      this.#session?.close();
      this.#session = null;
    };
  }

  /** Makes this page the one that records the session. @throws SessionElsewhere, ClientError, NetworkError */
  async claim(sessionId: string, takeOver: boolean): Promise<void> {
    this.#session ??= this.#record(sessionId);
    await this.#session.claim(takeOver);
  }

  /** Begins a segment. @throws Error when the browser cannot record this stream */
  async begin(stream: MediaStream, options: SegmentOptions): Promise<void> {
    // Asks that the browser keeps what waits here, also when its disk gets full. It decides, and never says no aloud.
    void navigator.storage?.persist?.().catch(() => false);
    await this.#session?.begin(stream, options);
  }

  interrupt(setback: Setback): void {
    this.#session?.interrupt(setback);
  }

  /** Ends the recording; what is pending is still sent, as long as the server takes it. */
  async stop(): Promise<void> {
    await this.#session?.stop();
  }

  /** Ends the recording and waits until the server has all of it. @throws UploadStopped when it never will */
  async finish(): Promise<void> {
    await this.#session?.finish();
  }

  /** The interview has ended. */
  letGo(): void {
    this.#session?.letGo();
  }

  mark(): LocalMark | null {
    return this.#session?.mark() ?? null;
  }

  /** A mark as the server knows it; null when nothing was recorded or the segment's number does not come. */
  async toWire(local: LocalMark | null): ReturnType<typeof wireMark> {
    const { uploader } = this.#session ?? {};
    return uploader ? wireMark(local, (info) => uploader.openSegment(info)) : null;
  }

  #record(sessionId: string): SessionRecording {
    const change = (changed: Partial<PageRecordingState>) =>
      this.#observed.set({ ...this.#observed.getState(), ...changed });
    const session = new SessionRecording(
      sessionId,
      { ...this.#events, onState: (state) => change({ state }) },
      this.#startSegment,
    );
    const { uploader } = session;
    uploader.subscribe(() => change({ upload: uploader.getState() }));
    return session;
  }
}
