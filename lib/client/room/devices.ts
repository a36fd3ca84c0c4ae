import { type DeviceTrouble, troubleOf } from "../devices/device-error.ts";
import {
  areStillThere,
  closeDevices,
  hasPicture,
  type OpenDevices,
  openDevices,
  withPicture,
} from "../devices/open-devices.ts";
import { videoConstraints, type Wanted } from "../devices/open-stream.ts";
import { opensSilently, reopenCamera } from "../devices/reopen-silently.ts";
import { watchPicture } from "../devices/watch-picture.ts";
import { sameLimits, type VideoLimits } from "../recorder/quality.ts";
import { Observed } from "./observed.ts";

/**
 * - `lost`: a device went away while it was in use.
 * - `blind`: a camera is wanted, and there is no picture for now.
 */
export type DevicesState =
  | { status: "off" }
  | { status: "opening" }
  | { status: "on"; devices: OpenDevices; lost: boolean; blind: boolean }
  | { status: "trouble"; trouble: DeviceTrouble };

type Events = {
  /** The picture came or went while the microphone stayed on; with the stream that can be recorded now. */
  onPicture(stream: MediaStream): void;
  /** A device was plugged in or out. */
  onPlugged(): void;
};

/** Camera and microphone of this page. It owns their stream: opening another, or leaving, turns the old one off. */
export class Devices {
  readonly #observed = new Observed<DevicesState>({ status: "off" });
  readonly #events: Events;
  #held: OpenDevices | null = null;
  /** What was asked for last. */
  #wanted: Wanted | null = null;
  /** Counts what was asked for: devices that open after something else was asked for are turned off again. */
  #requests = 0;

  constructor(events: Events) {
    this.#events = events;
  }

  getState = this.#observed.getState;
  subscribe = this.#observed.subscribe;

  /** What can be recorded now; null while nothing is on. */
  get stream(): MediaStream | null {
    return this.#held?.stream ?? null;
  }

  /** Minds what is plugged in and out. @returns how to end that; the devices are off then */
  open(): () => void {
    const onChange = () => void this.#mindChange();
    navigator.mediaDevices?.addEventListener("devicechange", onChange);
    return () => {
      navigator.mediaDevices?.removeEventListener("devicechange", onChange);
      this.turnOff();
    };
  }

  /** @returns the open stream, or null when there is trouble, which the state then tells */
  turnOn(wanted: Wanted): Promise<MediaStream | null> {
    this.#wanted = wanted;
    return this.#turnOn(wanted);
  }

  /** Opens again what was wanted last; another camera or microphone where that one is gone, or the microphone alone. */
  async turnOnAgain(): Promise<MediaStream | null> {
    const { video = null, audio = true, ...same } = this.#wanted ?? {};
    const attempts: Wanted[] = [
      { video, audio, ...same },
      { video, audio },
    ];
    if (video && audio) attempts.push({ video: null, audio });
    for (const wanted of attempts) {
      const stream = await this.#turnOn(wanted);
      if (stream || this.getState().status !== "trouble") return stream;
    }
    return null;
  }

  turnOff(): void {
    this.#release();
    this.#observed.set({ status: "off" });
  }

  /**
   * Takes a camera that was wanted and is away up again, while the microphone stays on.
   * @param asking the person may be asked for it; otherwise it is only tried where the browser asks nobody
   */
  async takeCamera({ asking }: { asking: boolean }): Promise<void> {
    const [before, wanted] = [this.#held, this.#wanted];
    if (!before || !wanted?.video || hasPicture(before.stream)) return;
    // One that only gives no picture says itself when it does.
    if (!asking && before.camera?.readyState === "live" && (await areStillThere([before.camera]))) return;
    if (!asking && !(await opensSilently("camera"))) return;
    const camera = await reopenCamera(wanted.video, wanted.cameraId);
    const devices = this.#held;
    if (!camera || devices?.level !== before.level || hasPicture(devices.stream)) return camera?.stop();
    devices.camera?.stop();
    this.#held = { ...devices, camera };
    this.#mind(camera);
    this.#show(camera);
  }

  /** A camera that cannot be recorded is turned off; it is tried again later. */
  goBlind(stream: MediaStream): void {
    if (this.#held?.stream !== stream || !hasPicture(stream) || stream.getAudioTracks().length === 0) return;
    this.#held.camera?.stop();
    this.#hold(withPicture(this.#held, null));
  }

  /** Another picture is wanted than the camera was opened for, or none. */
  async adaptPicture(video: VideoLimits | null): Promise<void> {
    const [held, wanted] = [this.#held, this.#wanted];
    if (!held || !wanted?.video || sameLimits(wanted.video, video)) return;
    this.#wanted = { ...wanted, video };
    if (video) return void (await held.camera?.applyConstraints(videoConstraints(video, wanted.cameraId)));
    held.camera?.stop();
    this.#hold({ ...withPicture(held, null), camera: null });
  }

  async #turnOn(wanted: Wanted): Promise<MediaStream | null> {
    const request = this.#release();
    this.#observed.set({ status: "opening" });
    try {
      const devices = await openDevices(wanted);
      if (request !== this.#requests) {
        closeDevices(devices);
        return null;
      }
      this.#hold(devices);
      for (const track of devices.stream.getTracks()) this.#mind(track);
      return devices.stream;
    } catch (error) {
      if (request === this.#requests) this.#observed.set({ status: "trouble", trouble: troubleOf(error) });
      return null;
    }
  }

  /** @returns the number of what is asked for from now on */
  #release(): number {
    closeDevices(this.#held);
    this.#held = null;
    this.#requests += 1;
    return this.#requests;
  }

  #hold(devices: OpenDevices): void {
    this.#held = devices;
    this.#tell(devices, false);
  }

  #tell(devices: OpenDevices, lost: boolean): void {
    const blind = Boolean(this.#wanted?.video) && !hasPicture(devices.stream);
    this.#observed.set({ status: "on", devices, lost, blind });
  }

  #show(picture: MediaStreamTrack | null): void {
    if (!this.#held) return;
    this.#hold(withPicture(this.#held, picture));
    this.#events.onPicture(this.#held.stream);
  }

  /** Minds a track that is held: that it ends, and that a camera goes blind for a while. */
  #mind(track: MediaStreamTrack): void {
    track.addEventListener("ended", () => {
      if (this.#held?.stream.getTracks().includes(track)) this.#tell(this.#held, true);
    });
    if (track.kind !== "video") return;
    watchPicture(track, (gives) => {
      if (this.#held?.camera === track) this.#show(gives ? track : null);
    });
  }

  /** Not every browser ends the track of a device that is pulled out. */
  async #mindChange(): Promise<void> {
    const before = this.#held;
    const isGone = before !== null && !(await areStillThere(before.stream.getTracks()));
    this.#events.onPlugged();
    if (isGone && this.#held === before) this.#tell(before, true);
  }
}
