import type { InputAudioTrack } from "mediabunny";
import sherpa from "sherpa-onnx-node";
import { decodeAac } from "./decode-aac.ts";
import { decodeOpus } from "./decode-opus.ts";
import { decodePcm } from "./decode-pcm.ts";
import { packetsOf, withSound } from "./open-sound.ts";
import { placeStretches } from "./place-stretches.ts";
import { SoundUnreadable, unlessDamaged } from "./sound-error.ts";
import type { Stretch } from "./stretch.ts";

/** Of the samples that recognisers and voice activity take, in hertz. */
export const SAMPLE_RATE = 16_000;

/** What no microphone records. */
const RATES = { from: 4_000, to: 384_000 };

/**
 * Gives the sound of a file as one stream of samples from its beginning on: 16 kHz, one channel, some at a time, so that its length costs
 * no memory. Holes are silence: a sample's number is its time.
 *
 * @throws SoundUnreadable where there is no sound, or none of it can be decoded
 */
export async function readSound(path: string, take: (samples: Float32Array) => void): Promise<void> {
  const taken = await withSound(path, async (track) => {
    let count = 0;
    for await (const samples of resampled(placeStretches(await decoded(track)))) {
      take(samples);
      count += samples.length;
    }
    return count;
  });
  if (taken === 0) throw new SoundUnreadable("Nothing of the sound can be decoded.");
}

/** Each decoder leaves out what is damaged. */
async function decoded(track: InputAudioTrack): Promise<AsyncGenerator<Stretch, void>> {
  const codec = await unlessDamaged(track.getCodec());
  if (codec?.startsWith("pcm-") || codec === "ulaw" || codec === "alaw") return decodePcm(track);
  const config = await unlessDamaged(track.getDecoderConfig());
  if (config && codec === "opus") return decodeOpus(packetsOf(track), config);
  if (config && codec === "aac") return decodeAac(packetsOf(track), config);
  throw new SoundUnreadable(`Sound of this kind cannot be decoded: ${codec ?? "unknown"}.`);
}

async function* resampled(stretches: AsyncIterable<Stretch>): AsyncGenerator<Float32Array, void> {
  let known = null as { rate: number; resampler: sherpa.LinearResampler } | null;
  for await (const { samples, rate } of stretches) {
    if (rate < RATES.from || rate > RATES.to) throw new SoundUnreadable(`No sound has ${rate} samples a second.`);
    if (rate === SAMPLE_RATE) yield samples;
    else {
      if (known?.rate !== rate) known = { rate, resampler: new sherpa.LinearResampler(rate, SAMPLE_RATE) };
      yield known.resampler.resample(samples);
    }
  }
  if (known) yield known.resampler.flush(new Float32Array());
}
