import { z } from "zod";
import type { SoundQuality, SoundSigns } from "../domain/sound-signs.ts";

/* What a recogniser on this machine says beside its words: how it was done, and what was measured of the sound. */

const amount = z.number().min(0);
const share = z.number().min(0).max(1);

/** Which program heard it with which weights, and what that took. */
export const EngineAccount = z.object({
  name: z.string(),
  version: z.string(),
  model: z.string(),
  /** Lower-case hex (speech-model.ts). */
  model_sha256: z.string(),
  /** The model that heard it too, where there is one. */
  second_model: z.string().nullish(),
  second_model_sha256: z.string().nullish(),
  threads: z.int().positive(),
  load_seconds: amount,
  work_seconds: amount,
  sound_seconds: amount,
  peak_mib: amount,
});
export type EngineAccount = z.infer<typeof EngineAccount>;

export const SignsOfSound = z.object({
  sound_seconds: amount,
  speech_share: share,
  snr_db: z.number().nullable(),
  clipped_share: share,
  compression_ratio: amount.nullable(),
  agreement: share.nullable(),
});

export const QualityOfSound = z.object({
  verdict: z.enum(["good", "listen"]),
  reasons: z.array(z.enum(["noise", "clipping", "little_speech", "repetition", "disagreement"])),
}) satisfies z.ZodType<SoundQuality>;

/** As the rest of the program speaks of them. */
export function soundSigns(signs: z.infer<typeof SignsOfSound>): SoundSigns {
  return {
    soundSeconds: signs.sound_seconds,
    speechShare: signs.speech_share,
    snrDb: signs.snr_db,
    clippedShare: signs.clipped_share,
    compressionRatio: signs.compression_ratio,
    agreement: signs.agreement,
  };
}
