import type { SegmentEvents } from "../../client/recorder/start-segment.ts";

/*
 * A stand-in for the browser around the room, which Node does not have: its devices, its recorder, its storage and the events
 * of its window. For tests.
 */

class Track extends EventTarget {
  readonly kind: "audio" | "video";
  readonly deviceId: string;
  readyState: MediaStreamTrackState = "live";
  muted = false;
  constraints: object | null = null;

  constructor(kind: "audio" | "video", deviceId: string) {
    super();
    this.kind = kind;
    this.deviceId = deviceId;
  }

  getSettings = () => ({ deviceId: this.deviceId });

  stop(): void {
    this.readyState = "ended"; // by the page itself: no event
  }

  async applyConstraints(constraints: object): Promise<void> {
    this.constraints = constraints;
  }
}

class Stream {
  readonly #tracks: Track[];

  constructor(tracks: Track[]) {
    this.#tracks = tracks;
  }

  getTracks = () => this.#tracks;
  getVideoTracks = () => this.#tracks.filter(({ kind }) => kind === "video");
  getAudioTracks = () => this.#tracks.filter(({ kind }) => kind === "audio");
}

/** Hears nothing. */
class SilentContext {
  createAnalyser = () => ({ fftSize: 2048, getFloatTimeDomainData: () => undefined });
  createMediaStreamSource = () => ({ connect: () => undefined });
  resume = async () => undefined;
  close = async () => undefined;
}

type Asked = { audio?: false | object; video?: false | { deviceId?: { exact: string } } };
type Device = { kind: "audioinput" | "videoinput"; deviceId: string; label: string };

const CAMERA: Device = { kind: "videoinput", deviceId: "camera", label: "Camera" };
const MICROPHONE: Device = { kind: "audioinput", deviceId: "microphone", label: "Microphone" };

/** @returns the browser, with the `globals` that stand in place of Node's */
export function openBrowser() {
  const media = Object.assign(new EventTarget(), {
    enumerateDevices: async () => browser.there,
    getUserMedia: (asked: Asked) => open(asked),
  });
  const window = Object.assign(new EventTarget(), { isSecureContext: true, innerWidth: 1280, innerHeight: 720 });
  const tracks: Track[] = [];
  const browser = {
    window,
    tracks,
    there: [CAMERA, MICROPHONE] as Device[],
    /** What the browser answers when the page wants a device; without one, it opens. */
    answer: null as ((asked: Asked) => Error | Promise<void> | null) | null,
    permission: "granted",
    /** Those that are on. */
    on: () => tracks.filter(({ readyState }) => readyState === "live").map(({ deviceId }) => deviceId),
    plug(...there: Device[]) {
      browser.there = there;
      media.dispatchEvent(new Event("devicechange"));
    },
    /** Pulls devices out; not every browser says so to their tracks. */
    pull({ deviceId }: Device, { silently = false } = {}) {
      for (const track of tracks.filter((one) => one.deviceId === deviceId && one.readyState === "live")) {
        if (silently) continue;
        track.readyState = "ended";
        track.dispatchEvent(new Event("ended"));
      }
      browser.plug(...browser.there.filter((device) => device.deviceId !== deviceId));
    },
  };

  async function open(asked: Asked): Promise<Stream> {
    const answer = browser.answer?.(asked);
    if (answer instanceof Error) throw answer;
    await answer;
    const opened = [pick("videoinput", asked.video), pick("audioinput", asked.audio)].flat();
    tracks.push(...opened);
    return new Stream(opened);
  }

  function pick(kind: Device["kind"], asked: Asked["video"] | Asked["audio"]): Track[] {
    if (!asked) return [];
    const { deviceId } = asked as { deviceId?: { exact: string } };
    const wanted = (device: Device) => device.kind === kind && (!deviceId || device.deviceId === deviceId.exact);
    const found = browser.there.find(wanted);
    if (!found) throw new DOMException("no such device", deviceId ? "OverconstrainedError" : "NotFoundError");
    return [new Track(kind === "videoinput" ? "video" : "audio", found.deviceId)];
  }

  const navigator = {
    mediaDevices: media,
    permissions: { query: async () => ({ state: browser.permission }) },
    locks: { request: lock },
    sendBeacon: () => true,
    userAgent: "A test",
    language: "en",
  };
  const globals = {
    ...{ window, navigator, MediaStream: Stream, AudioContext: SilentContext },
    MediaRecorder: { isTypeSupported: (type: string) => type.includes("webm") },
    ...{ localStorage: storage(), sessionStorage: storage() },
  };
  return Object.assign(browser, { globals });
}

export const DEVICES = { CAMERA, MICROPHONE };

/** Every lock is free. */
async function lock(_name: string, options: object, held?: () => unknown): Promise<unknown> {
  return (held ?? (options as () => unknown))();
}

function storage(): Storage {
  const kept = new Map<string, string>();
  const methods = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
  return methods as unknown as Storage;
}

/** The browser's recorder: it begins, gives what it is told to, and ends. */
export function openRecorder() {
  const recorder = {
    segments: [] as { stream: MediaStream; events: SegmentEvents; running: boolean }[],
    refuses: (_stream: MediaStream): boolean => false,
    start: begin,
    /** The one that records now. */
    get running() {
      return recorder.segments.findLast(({ running }) => running);
    },
    give: (bytes = "slice") => recorder.running?.events.onSlice(new Blob([bytes])),
  };

  async function begin(stream: MediaStream, _options: object, events: SegmentEvents) {
    if (recorder.refuses(stream)) throw new Error("The browser's recorder stopped at once.");
    const segment = { stream, events, running: true };
    recorder.segments.push(segment);
    const startedAt = performance.now();
    return {
      mimeType: "video/webm",
      elapsedMs: () => Math.round(performance.now() - startedAt),
      stop: async () => {
        if (segment.running) events.onEnd();
        segment.running = false;
      },
    };
  }
  return recorder;
}
