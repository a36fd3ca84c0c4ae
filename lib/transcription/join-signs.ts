import type { SoundQuality, SoundSigns } from "../domain/sound-signs.ts";

/** One piece whose words cannot be trusted is enough to ask for a listener. Null: nothing was measured. */
export function joinQuality(qualities: readonly SoundQuality[]): SoundQuality | null {
  if (qualities.length === 0) return null;
  const reasons = [...new Set(qualities.flatMap((quality) => quality.reasons))];
  return { verdict: qualities.some(({ verdict }) => verdict === "listen") ? "listen" : "good", reasons };
}

/** The means of what was measured of each piece, by its length. Null: nothing was. */
export function joinSigns(signs: readonly SoundSigns[]): SoundSigns | null {
  if (signs.length === 0) return null;
  const mean = (of: (sign: SoundSigns) => number | null): number | null => {
    const known = signs.flatMap((sign) => {
      const value = of(sign);
      return value === null ? [] : [{ value, weight: sign.soundSeconds }];
    });
    const weight = known.reduce((sum, each) => sum + each.weight, 0);
    return weight === 0 ? null : known.reduce((sum, each) => sum + each.value * each.weight, 0) / weight;
  };
  return {
    soundSeconds: signs.reduce((sum, { soundSeconds }) => sum + soundSeconds, 0),
    speechShare: mean(({ speechShare }) => speechShare) ?? 0,
    snrDb: mean(({ snrDb }) => snrDb),
    clippedShare: mean(({ clippedShare }) => clippedShare) ?? 0,
    compressionRatio: mean(({ compressionRatio }) => compressionRatio),
    agreement: mean(({ agreement }) => agreement),
  };
}
