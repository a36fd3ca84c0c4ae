/** The containers of the contract's `recording_config.format`. */
export type Container = "webm" | "mp4" | "mkv";

const VIDEO: Record<Container, string[]> = {
  webm: ["video/webm;codecs=vp9,opus", "video/webm;codecs=vp8,opus", "video/webm"],
  mp4: ["video/mp4;codecs=avc1.42E01E,mp4a.40.2", "video/mp4;codecs=vp9,opus", "video/mp4"],
  mkv: ["video/x-matroska;codecs=avc1,opus", "video/x-matroska"],
};

const AUDIO: Record<Container, string[]> = {
  webm: ["audio/webm;codecs=opus", "audio/webm", "audio/ogg;codecs=opus"],
  mp4: ["audio/mp4;codecs=mp4a.40.2", "audio/mp4"],
  mkv: [],
};

/** WebM gives its first bytes after a second, Chromium's MP4 after about twelve: it comes later unless asked for. */
const ORDER: Container[] = ["webm", "mp4", "mkv"];

/**
 * The type to record in: the wanted container if the browser has it, else the next best one.
 * @param isSupported `MediaRecorder.isTypeSupported`
 * @returns null when the browser can record none of them
 */
export function pickMimeType(
  wanted: { format: Container; video: boolean },
  isSupported: (mimeType: string) => boolean,
): string | null {
  const types = wanted.video ? VIDEO : AUDIO;
  const order = [wanted.format, ...ORDER.filter((container) => container !== wanted.format)];
  return order.flatMap((container) => types[container]).find(isSupported) ?? null;
}

/** The container that a MIME type means, as the contract's `format` spells it. */
export function containerOf(mimeType: string): Container {
  if (mimeType.includes("/mp4")) return "mp4";
  return mimeType.includes("matroska") ? "mkv" : "webm";
}
