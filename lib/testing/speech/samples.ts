import { writeFile } from "node:fs/promises";
import { randomFrom } from "../../domain/random.ts";
import { readSound, SAMPLE_RATE } from "../../speech/sound/read-sound.ts";

/* Sound that tests make, as samples at 16 kHz. */

/** All of a file. */
export async function samplesOf(path: string): Promise<Float32Array> {
  const parts: Float32Array[] = [];
  await readSound(path, (samples) => parts.push(Float32Array.from(samples)));
  return concat(...parts);
}

export function concat(...parts: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

export const silence = (seconds: number): Float32Array => new Float32Array(Math.round(seconds * SAMPLE_RATE));

/** Both at once, as long as the first. */
export const together = (one: Float32Array, other: Float32Array): Float32Array =>
  one.map((sample, at) => sample + (other[at] ?? 0));

/** Pink noise (Paul Kellet's economy filter), about as loud as speech. */
export function pinkNoise(seconds: number, seed = 1): Float32Array {
  const random = randomFrom(seed);
  let [low, middle, high] = [0, 0, 0];
  return silence(seconds).map(() => {
    const white = random() * 2 - 1;
    low = 0.99765 * low + white * 0.099046;
    middle = 0.963 * middle + white * 0.2965164;
    high = 0.57 * high + white * 1.0526913;
    return 0.05 * (low + middle + high + white * 0.1848);
  });
}

/** With pink noise in it, so many decibels below it. */
export function noisy(samples: Float32Array, decibels: number, seed = 1): Float32Array {
  const noise = pinkNoise(samples.length / SAMPLE_RATE, seed);
  const gain = Math.sqrt(powerOf(samples) / powerOf(noise) / 10 ** (decibels / 10));
  return samples.map((sample, at) => sample + gain * (noise[at] ?? 0));
}

/** So much louder than its file can hold. */
export function clipped(samples: Float32Array, decibels: number): Float32Array {
  const peak = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
  const gain = 10 ** (decibels / 20) / peak;
  return samples.map((sample) => Math.max(-1, Math.min(1, sample * gain)));
}

/** A tune of plucked notes. */
export function melody(seconds: number): Float32Array {
  const notes = [262, 330, 392, 523, 440, 349, 294, 494];
  return silence(seconds).map((_, at) => {
    const time = at / SAMPLE_RATE;
    const note = notes[Math.floor(time * 2.5) % notes.length] ?? 262;
    const partials = [1, 2, 3].map((partial) => Math.sin(2 * Math.PI * partial * note * time) / partial);
    return 0.2 * Math.exp(-3 * ((time * 2.5) % 1)) * partials.reduce((sum, one) => sum + one, 0);
  });
}

/** Writes a WAV of 16-bit samples (RIFF, WAVE_FORMAT_PCM). @param sound one channel, or each of several @param rate as its header says it */
export async function writeWav(
  path: string,
  sound: Float32Array | readonly Float32Array[],
  rate = SAMPLE_RATE,
): Promise<string> {
  const channels = sound instanceof Float32Array ? [sound] : sound;
  const count = channels[0]?.length ?? 0;
  const width = channels.length * 2;
  const bytes = Buffer.alloc(44 + count * width);
  bytes.write("RIFF", 0);
  bytes.writeUInt32LE(bytes.length - 8, 4);
  bytes.write("WAVEfmt ", 8);
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20); // PCM
  bytes.writeUInt16LE(channels.length, 22);
  bytes.writeUInt32LE(rate, 24);
  bytes.writeUInt32LE((rate * width) % 2 ** 32, 28);
  bytes.writeUInt16LE(width, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write("data", 36);
  bytes.writeUInt32LE(count * width, 40);
  for (const [channel, samples] of channels.entries()) {
    for (const [at, sample] of samples.entries()) {
      bytes.writeInt16LE(Math.round(Math.max(-1, Math.min(1, sample)) * 32_767), 44 + at * width + channel * 2);
    }
  }
  await writeFile(path, bytes);
  return path;
}

const powerOf = (samples: Float32Array): number =>
  samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
