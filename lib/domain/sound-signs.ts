/** What can be measured of an answer's sound and of the text that was made of it, whether or not the recogniser says how sure it is. */
export type SoundSigns = {
  /** How long it sounds, holes included. */
  soundSeconds: number;
  /** 0–1: in how much of it somebody speaks. */
  speechShare: number;
  /** How far speech stands above what is heard between its words, in decibels; null where there is too little of it. */
  snrDb: number | null;
  /** 0–1: samples at the very top or bottom of what the file can hold. */
  clippedShare: number;
  /** How far the text can be packed: speech about 1–2, a loop more; null where there is too little text. */
  compressionRatio: number | null;
  /** 0–1: how far a second model wrote down the same; null without one. */
  agreement: number | null;
};

/** Why the words of an answer are better heard than read. */
export type ListenReason = "noise" | "clipping" | "little_speech" | "repetition" | "disagreement";

/** `listen`: its words may be wrong, and somebody should listen before they trust them. It says nothing about what was answered. */
export type SoundQuality = { verdict: "good" | "listen"; reasons: ListenReason[] };

/** Where words stop being trustworthy. */
export const LISTEN = {
  leastSnrDb: 8,
  mostClipped: 0.01,
  leastSpeechShare: 0.05,
  mostCompression: 2.4,
  leastAgreement: 0.8,
} as const;

/** Whether the words of an answer can be trusted by what was measured. Silence is no reason: there are no words. */
export function judgeSound(signs: SoundSigns): SoundQuality {
  const below = (value: number | null, least: number) => value !== null && value < least;
  const found: Record<ListenReason, boolean> = {
    noise: below(signs.snrDb, LISTEN.leastSnrDb),
    clipping: signs.clippedShare > LISTEN.mostClipped,
    little_speech: signs.speechShare > 0 && signs.speechShare < LISTEN.leastSpeechShare,
    repetition: (signs.compressionRatio ?? 0) > LISTEN.mostCompression,
    disagreement: below(signs.agreement, LISTEN.leastAgreement),
  };
  const reasons = (Object.keys(found) as ListenReason[]).filter((reason) => found[reason]);
  return { verdict: reasons.length === 0 ? "good" : "listen", reasons };
}
