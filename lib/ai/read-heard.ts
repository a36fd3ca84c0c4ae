import { z } from "zod";
import type { SoundQuality, SoundSigns } from "../domain/sound-signs.ts";
import { EngineAccount, QualityOfSound, SignsOfSound, soundSigns } from "./heard-account.ts";
import { isInvented, isNoAnswer, isSilence } from "./invented-speech.ts";
import { storable } from "./storable.ts";

/** A word or a sentence and when it was said, in milliseconds from the beginning of the file. */
export type HeardSpan = {
  text: string;
  startMs: number;
  endMs: number;
  /** 0–1, of a word, where the model gives one. */
  confidence?: number;
};

export type Heard = {
  /** Empty where nothing was said. */
  text: string;
  /** BCP 47, as far as the model says it. */
  language: string | null;
  /** 0–1: the mean probability of what was written; null where the model does not say. */
  confidence: number | null;
  /** Words where the model gives their times, else sentences, else none. */
  spans: HeardSpan[];
  /** Which of these. */
  timed: "words" | "segments" | "none";
  /** Of a recogniser on this machine: what it is, and what hearing took. */
  engine?: EngineAccount;
  /** What it measured of the sound, and whether the words can be trusted by that. */
  signs?: SoundSigns;
  quality?: SoundQuality;
};

const seconds = z.number().min(0);
const probability = z.number().min(0).max(1);
const Timed = { start: seconds, end: seconds };
/** A list whose malformed entries are left out, whatever else stands there. */
const lenientList = <T>(entry: z.ZodType<T>) =>
  z
    .array(z.unknown())
    .catch([])
    .transform((entries) => entries.flatMap((one) => entry.safeParse(one).data ?? []));

/** `json` and `verbose_json` of `/audio/transcriptions`; which of the fields are there differs by model and by server. */
const Answer = z.object({
  text: z.string(),
  language: z.string().nullish().catch(null),
  languages: lenientList(z.object({ code: z.string() })),
  words: lenientList(z.object({ word: z.string(), ...Timed, probability: probability.nullish().catch(null) })),
  segments: lenientList(
    z.object({
      text: z.string(),
      ...Timed,
      avg_logprob: z.number().max(0).nullish().catch(null),
      no_speech_prob: probability.nullish().catch(null),
      compression_ratio: z.number().min(0).nullish().catch(null),
    }),
  ),
  logprobs: lenientList(z.object({ logprob: z.number().max(0) })),
  usage: z.object({ input_tokens: z.int().nonnegative(), output_tokens: z.int().nonnegative() }).nullish().catch(null), // of models that are paid by the minute there are no tokens
  engine: EngineAccount.optional().catch(undefined),
  signs: SignsOfSound.optional().catch(undefined),
  quality: QualityOfSound.optional().catch(undefined),
});
type Answer = z.infer<typeof Answer>;

const NOTHING: Heard = { text: "", language: null, confidence: null, spans: [], timed: "none" };

/** Reads an endpoint's answer: JSON in any of its shapes, or the bare text. What the model invented over silence is left out. */
export function readHeard(raw: string): Heard {
  const answer = parse(raw);
  if (!answer) return isNoAnswer(raw) ? NOTHING : { ...NOTHING, text: storable(raw.trim()) };
  const spoken = onlySpoken(answer);
  if (isNoAnswer(spoken.text)) return { ...NOTHING, ...accountOf(answer) };
  return {
    text: storable(spoken.text.trim()),
    language: languageCode(spoken.language ?? spoken.languages[0]?.code ?? null),
    confidence: confidenceOf(spoken),
    ...spansOf(spoken),
    ...accountOf(answer),
  };
}

function accountOf({ engine, signs, quality }: Answer): Pick<Heard, "engine" | "signs" | "quality"> {
  return { ...(engine && { engine }), ...(signs && { signs: soundSigns(signs) }), ...(quality && { quality }) };
}

/** The answer without the segments in which nobody spoke, and without their words. */
function onlySpoken(answer: Answer): Answer {
  const dropped = answer.segments.filter((segment) => isSilence(segment) || isInvented(segment.text, segment));
  if (dropped.length === 0) return answer;
  const segments = answer.segments.filter((segment) => !dropped.includes(segment));
  const isWithin = (word: { start: number; end: number }) =>
    dropped.some(({ start, end }) => (word.start + word.end) / 2 >= start && (word.start + word.end) / 2 <= end);
  return {
    ...answer,
    segments,
    words: answer.words.filter((word) => !isWithin(word)),
    text: segments.map(({ text }) => text.trim()).join(" "),
  };
}

/** Whether it is JSON with a transcript in it. */
export const hasTranscript = (raw: string): boolean => parse(raw) !== null;

/** Tokens, as the endpoint counts them. */
export function usageOf(raw: string): { inputTokens: number | null; outputTokens: number | null } {
  const usage = parse(raw)?.usage;
  return { inputTokens: usage?.input_tokens ?? null, outputTokens: usage?.output_tokens ?? null };
}

function parse(raw: string): Answer | null {
  if (!raw.trimStart().startsWith("{")) return null;
  try {
    return Answer.safeParse(JSON.parse(raw)).data ?? null;
  } catch {
    return null; // somebody said a brace: it is the bare text
  }
}

function spansOf({ words, segments }: Answer): Pick<Heard, "spans" | "timed"> {
  const timed =
    words.length > 0 ? words.map(({ word, ...rest }) => ({ text: word, ...rest })) : segments.map(ofUnknown);
  const spans = timed
    .filter(({ start, end }) => end >= start)
    .map(({ text, start, end, probability }) => ({
      text: storable(text.trim()),
      startMs: Math.round(start * 1000),
      endMs: Math.round(end * 1000),
      ...(typeof probability === "number" ? { confidence: probability } : {}),
    }));
  return { spans, timed: spans.length === 0 ? "none" : words.length > 0 ? "words" : "segments" };
}

/** A sentence has no probability of its own words. */
function ofUnknown({ text, start, end }: Answer["segments"][number]) {
  return { text, start, end, probability: null };
}

/**
 * The mean probability of a token: e to the mean of the log probabilities, which Whisper gives by segment (`avg_logprob`, here weighted by
 * time) and others by token.
 */
function confidenceOf({ segments, logprobs }: Answer): number | null {
  if (logprobs.length > 0) return Math.exp(logprobs.reduce((sum, { logprob }) => sum + logprob, 0) / logprobs.length);
  const known = segments.flatMap(({ avg_logprob: logprob, start, end }) =>
    typeof logprob === "number" && end > start ? { logprob, weight: end - start } : [],
  );
  const weight = known.reduce((sum, segment) => sum + segment.weight, 0);
  return weight === 0
    ? null
    : Math.exp(known.reduce((sum, segment) => sum + segment.logprob * segment.weight, 0) / weight);
}

/** Whisper names a language in English (`german`), others by its code. */
function languageCode(language: string | null): string | null {
  if (language === null || language.trim() === "") return null;
  const named = language.trim().toLowerCase();
  const [code] = named.split(/[-_]/, 1);
  if (code && /^[a-z]{2,3}$/.test(code)) return named.replaceAll("_", "-");
  return codesByName().get(named) ?? null;
}

let codes: Map<string, string> | undefined;

/** Every two-letter code that has an English name. */
function codesByName(): Map<string, string> {
  if (codes) return codes;
  const names = new Intl.DisplayNames("en", { type: "language", fallback: "none" });
  const letters = [..."abcdefghijklmnopqrstuvwxyz"];
  codes = new Map(
    letters
      .flatMap((first) => letters.map((second) => first + second))
      .flatMap((code) => {
        const name = names.of(code);
        return name ? [[name.toLowerCase(), code] as const] : [];
      })
      .reverse(), // of two codes with one name the earlier stays: `tl` and `fil` are both Filipino
  );
  return codes;
}
