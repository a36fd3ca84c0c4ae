/** Codecs that players expect in an MP4. VP8 can be put into one, and then nothing plays it. */
const FITTING = /^(avc[13]|hev1|hvc1|vp09|vp9|av01|mp4a|opus|flac)\b/i;

/**
 * Whether a recording can become an MP4 by copying, without encoding anything anew.
 *
 * @param mimeType with its codecs, e.g. `video/webm; codecs="vp09.00.10.08, opus"`
 */
export function copiesToMp4(mimeType: string): boolean {
  const codecs = /codecs="([^"]+)"/.exec(mimeType)?.[1]?.split(",") ?? [];
  return codecs.length > 0 && codecs.every((codec) => FITTING.test(codec.trim()));
}
