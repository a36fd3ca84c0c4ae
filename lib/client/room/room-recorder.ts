import type { RoomRecording } from "../../domain/room-recording.ts";
import { hasPicture } from "../devices/open-devices.ts";
import { opensSilently } from "../devices/reopen-silently.ts";
import { videoLimits } from "../recorder/quality.ts";
import type { LocalMark, Setback, StartSegment } from "../recorder/recorder.ts";
import { Devices } from "./devices.ts";
import { GentleRetry } from "./gentle-retry.ts";
import { Observed } from "./observed.ts";
import { PageRecording, type PageRecordingState } from "./page-recording.ts";
import { planRecording, type RecordingPlan } from "./plan-recording.ts";

const VOICE_ALONE = { audio: true, video: false };

/** A recording that broke off goes on by itself this often at most. */
const RECOVER_AGAIN_MS = 20_000;

/**
 * What this browser turned out not to be able to record, though its devices are fine:
 * - `picture`: the voice alone is recorded.
 * - `anything`: nothing is, and the answers are typed.
 */
export type RecordingFailure = "picture" | "anything";

/**
 * What the recruiter hears of:
 * - a setback of the recorder
 * - `camera_gone`, `camera_back`: from here on there is sound alone, or a picture again.
 * - `no_picture`, `no_recorder`: the browser could not record the picture, or anything at all.
 */
export type RecordingIssue = Setback | "camera_gone" | "camera_back" | "no_picture" | "no_recorder";

export type RoomRecorderState = PageRecordingState & {
  /** What has just happened to the recording; null after the next question has begun. */
  setback: Setback | "camera_gone" | "camera_back" | null;
  /** What this browser cannot record, or null while all is well. */
  failure: RecordingFailure | null;
  /** A camera that was recorded is away: what is recorded is the voice alone. */
  blind: boolean;
};

type Options = {
  /** What is to be recorded, by now. */
  wanted: () => RoomRecording;
  /** The interview goes on in this page. */
  isInSession: () => boolean;
  /** @param mark where in the recording it was, or null where nothing was recorded */
  onIssue: (issue: RecordingIssue, mark: LocalMark | null) => void;
  /** Another page records this session now. */
  onLost: () => void;
  /** The server answered a sign of life. */
  onReachable: () => void;
  startSegment?: StartSegment | undefined;
};

/** What has to be seen to, as it was when it was last looked at. */
type Situation = { lost: boolean; interrupted: boolean };

/**
 * Camera, microphone and recorder of the room, and how the recording goes on by itself where one of them fails: with
 * devices that are opened anew, with the voice alone, and with the picture again as soon as there is one.
 */
export class RoomRecorder {
  readonly devices: Devices;
  readonly page: PageRecording;
  readonly #options: Options;
  readonly #observed: Observed<RoomRecorderState>;
  readonly #reopening = new GentleRetry(() => void this.#recoverSilently());
  readonly #lookingForCamera = new GentleRetry(() => void this.devices.takeCamera({ asking: false }));
  /** The latest attempt to go on recording by itself. */
  #recovery = { running: false, atMs: Number.NEGATIVE_INFINITY };
  /** Whether the latest segment has a picture; null before there is one. */
  #pictured: boolean | null = null;
  #seen: Situation = { lost: false, interrupted: false };
  #isOpen = false;

  constructor(options: Options) {
    this.#options = options;
    this.devices = new Devices({
      onPicture: (stream) => void this.#changePicture(stream),
      onPlugged: () => this.#hearOfDevices(),
    });
    const { onLost, onReachable, startSegment } = options;
    this.page = new PageRecording(
      { onSetback: (setback, mark) => this.#suffer(setback, mark), onLost, onReachable },
      startSegment,
    );
    this.#observed = new Observed({ ...this.page.getState(), setback: null, failure: null, blind: false });
    this.devices.subscribe(() => this.#look());
    this.page.subscribe(() => this.#look());
  }

  getState = () => this.#observed.getState();
  subscribe = (listener: () => void) => this.#observed.subscribe(listener);

  /** @returns how to end it: for a page that goes away */
  open(): () => void {
    this.#isOpen = true;
    const closing = [this.devices.open(), this.page.open()];
    return () => {
      this.#isOpen = false;
      for (const close of closing) close();
      this.#reopening.end();
      this.#lookingForCamera.end();
    };
  }

  /** Begins to record; where the browser's recorder does not take the picture, with the voice alone. */
  async begin(source: RecordingPlan["source"], now = this.#options.wanted()): Promise<void> {
    this.#change({ failure: null });
    if (!source || !(await this.#attempt(source))) await this.#recordLess(now);
  }

  /**
   * Makes the devices that are on give what is wanted now, and turns off what is not.
   * @returns what can be recorded
   */
  async adapt({ audio, video, quality }: RoomRecording): Promise<MediaStream | null> {
    if (!audio && !video) this.devices.turnOff();
    else await this.devices.adaptPicture(video ? videoLimits(quality) : null);
    return this.devices.stream;
  }

  /** Goes on recording with devices that are opened anew. */
  async recover(): Promise<void> {
    if (this.#recovery.running) return;
    this.#recovery = { running: true, atMs: performance.now() };
    const stream = await this.devices.turnOnAgain();
    if (stream) await this.#record(stream);
    this.#recovery.running = false;
  }

  /** The candidate asks for another attempt. */
  async tryAgain(): Promise<void> {
    const stream = await this.devices.turnOnAgain();
    const choice = { audio: true, video: stream !== null && hasPicture(stream) };
    if (stream) await this.begin(planRecording(choice, stream, this.#options.wanted()).source);
  }

  forgetSetback(): void {
    this.#change({ setback: null });
  }

  /** The recording broke off: the candidate is told, and the recruiter reads where it was. */
  #suffer(setback: Setback, mark: LocalMark): void {
    this.#options.onIssue(setback, mark);
    if (setback === "silent") void this.#recordLess();
    else this.#change({ setback });
  }

  /** Begins a segment. @returns whether it has begun */
  async #attempt({ stream, options }: NonNullable<RecordingPlan["source"]>): Promise<boolean> {
    try {
      await this.page.begin(stream, options);
      this.#pictured = hasPicture(stream);
      return true;
    } catch {
      return false;
    }
  }

  /** The browser's recorder failed at the start: the voice alone may be possible, and the candidate is told which it is. */
  async #recordLess(now = this.#options.wanted()): Promise<void> {
    this.#recovery = { running: true, atMs: performance.now() };
    const { stream } = this.devices;
    const voice = stream && hasPicture(stream) ? planRecording(VOICE_ALONE, stream, now).source : null;
    if (voice && (await this.#attempt(voice))) {
      await this.devices.adaptPicture(null);
      this.#change({ failure: "picture" });
      this.#options.onIssue("no_picture", this.page.mark());
    } else {
      await this.page.stop();
      this.devices.turnOff();
      this.#change({ failure: "anything" });
      this.#options.onIssue("no_recorder", null);
    }
    this.#recovery.running = false;
  }

  /** Goes on in a segment of its own, and says so when the picture is gone from it or has come back. */
  async #record(stream: MediaStream): Promise<void> {
    const choice = { audio: true, video: hasPicture(stream) };
    const { source } = planRecording(choice, stream, this.#options.wanted());
    if (!this.#options.isInSession() || !source) return;
    const before = this.#pictured;
    if (!(await this.#attempt(source))) {
      if (this.page.mark()) return this.devices.goBlind(stream); // the voice goes on as it was
      return this.#recordLess();
    }
    if (before === null || before === this.#pictured) return;
    const what = before ? "camera_gone" : "camera_back";
    this.#change({ setback: what });
    this.#options.onIssue(what, this.page.mark());
  }

  /** Where the recording was interrupted, it is begun again anyway. */
  async #changePicture(stream: MediaStream): Promise<void> {
    const { state } = this.getState();
    if (state === "recording" || state === "paused") await this.#record(stream);
  }

  async #recoverSilently(): Promise<void> {
    if (await opensSilently("microphone")) await this.recover();
  }

  /** Something was plugged in or out: what waits for a device need not wait any longer. */
  #hearOfDevices(): void {
    if (!this.#isOpen) return;
    if (this.page.getState().state === "interrupted") void this.recover();
    this.#lookingForCamera.hear();
  }

  /** Devices or recorder have changed. What follows from it waits until whoever told of it is done. */
  #look(): void {
    const devices = this.devices.getState();
    const recording = this.page.getState();
    const blind = devices.status === "on" && devices.blind && recording.state === "recording";
    this.#change({ ...recording, blind });
    queueMicrotask(() => this.#isOpen && this.#seeTo());
  }

  #seeTo(): void {
    const before = this.#seen;
    const devices = this.devices.getState();
    const { state, blind } = this.getState();
    const [lost, interrupted] = [devices.status === "on" && devices.lost, state === "interrupted"];
    this.#seen = { lost, interrupted };
    this.#reopening.want(interrupted && devices.status === "trouble");
    this.#lookingForCamera.want(blind);
    // What breaks again at once is left to the candidate, who has a button for it, or to another device.
    const isRare = performance.now() - this.#recovery.atMs > RECOVER_AGAIN_MS;
    if (interrupted && !before.interrupted && isRare) void this.recover();
    if (lost && !before.lost) this.page.interrupt("device_lost");
  }

  #change(changed: Partial<RoomRecorderState>): void {
    this.#observed.set({ ...this.getState(), ...changed });
  }
}
