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

/**
 * Where words stop being trustworthy, measured on nine clips of people reading and speaking (224 words) with pink noise mixed in, and on
 * copies too loud for their file; errors of words by Whisper tiny.en and base (lib/speech/engine, `npm run bench speech`).
 */
export const LISTEN = {
  /** Noise at 20, 10, 7.5 and 5 dB is measured as 18–21, 11–13, 9–11 and 7–9 dB; of 100 words 4, 4, 8 and 15 are wrong (base: 3, 3, 5, 11). */
  leastSnrDb: 10,
  /** 12, 18 and 24 dB too loud clips 3–16, 10–36 and 22–51 % of all samples; of 100 words 4, 6 and 18 are wrong (base: 4, 6, 10). */
  mostClipped: 0.2,
  /** Not measured on errors: somebody who is heard in less than a twentieth of an answer may be elsewhere than in front of the microphone. */
  leastSpeechShare: 0.05,
  /** Whisper's own limit for a loop (openai/whisper, transcribe.py). A reading that repeats itself on purpose reaches 2.25. */
  mostCompression: 2.4,
  /** Down to 10 dB of noise two models agree on 75 % and more of any clip of eight words or more, at 5 dB on 70–86 %. */
  leastAgreement: 0.75,
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
