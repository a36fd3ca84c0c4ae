import {
  type InputFormat,
  Logging,
  LogLevel,
  MATROSKA,
  type MediaCodec,
  MkvOutputFormat,
  MP4,
  Mp4OutputFormat,
  OGG,
  type OutputFormat,
  QTFF,
  WEBM,
  WebMOutputFormat,
} from "mediabunny";

// It would print each oddity of a recording to the console. What matters comes back as an error or as a missing track.
Logging.level = LogLevel.Silent;

/** How a recording is packed. Also its file extension, without the dot. */
export type Container = "webm" | "mp4" | "mkv";

/**
 * What browsers record. Deliberately not "all formats": the bytes come from outside, and a playlist format would fetch whatever address
 * they name.
 */
export const READABLE_FORMATS: InputFormat[] = [WEBM, MATROSKA, MP4, QTFF, OGG];

/** The container a recording keeps: its own, or the nearest one that takes its codecs. */
export function containerFor(recordedAs: InputFormat, codecs: MediaCodec[]): Container {
  if (recordedAs === MP4 || recordedAs === QTFF) return "mp4";
  const fitsWebm = codecs.every((codec) => new WebMOutputFormat().getSupportedCodecs().includes(codec));
  return recordedAs !== MATROSKA && fitsWebm ? "webm" : "mkv";
}

/** MP4 with its index at the end: at the start it would need the whole recording in memory. */
export function outputFormat(container: Container): OutputFormat {
  switch (container) {
    case "webm":
      return new WebMOutputFormat();
    case "mkv":
      return new MkvOutputFormat();
    case "mp4":
      return new Mp4OutputFormat({ fastStart: false });
  }
}
