/** Some sound of a file, as its decoder gives it. */
export type Stretch = {
  /** When it begins, on the file's clock. */
  atSeconds: number;
  /** One channel, from -1 to 1. */
  samples: Float32Array;
  /** In hertz. */
  rate: number;
};

/** All channels as one: a voice may be on any of them. */
export function mixDown(channels: readonly Float32Array[]): Float32Array {
  const [first = new Float32Array(), ...others] = channels;
  if (others.length === 0) return first;
  return first.map((sample, at) => others.reduce((sum, other) => sum + (other[at] ?? 0), sample) / channels.length);
}
