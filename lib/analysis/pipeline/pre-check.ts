import type { FlagCode } from "../flags.ts";
import { addressedSentences } from "../text/addressed.ts";
import { isFiller } from "../text/fillers.ts";
import { isForeignSentence, isNotEnglish } from "../text/language.ts";
import { readSentences, type Sentence } from "../text/sentences.ts";
import { contentStems, readWords } from "../text/words.ts";

/** What is known about an answer before anybody judges it. */
export type CheckedAnswer = {
  text: string;
  /** Passed over; an empty text without this was spoken and has no transcript. */
  skipped: boolean;
  /** 0–1, of whoever wrote the text down; null: not known. */
  confidence: number | null;
  /** The client's word for how the microphone sounded. */
  audioQuality: string | null;
  /** BCP 47, where a transcription model says it. */
  language: string | null;
  /** It was heard so badly that its words cannot be trusted. Absent: it was not, or nobody measured. */
  isUnclear?: true;
};

/** `insufficient`: blank or too short; `not_assessed`: it cannot be read here. Only `assessed` reaches a scorer. */
export type PreCheck = { status: "assessed" | "insufficient" | "not_assessed"; flags: FlagCode[] };

const LEAST_CONTENT_WORDS = 3;
const LEAST_WORDS = 3;
const LEAST_CONFIDENCE = 0.5;
const POOR_AUDIO = /\b(?:poor|bad|low(?! noise)|noisy|unusable)\b/i;

/**
 * Decides whether an answer can be judged at all, in code, before any model is called. Silence, brevity, bad audio and
 * another language are not faults: they give no score or a flag, and never take anything off.
 *
 * Another language than English is not assessed by any scorer: the search for instructions reads English only, so a model that
 * could read the answer would read it unguarded.
 * @param wanted what the template says of a right answer: a few words that hold one of its words answer
 */
export function preCheck(answer: CheckedAnswer | null, wanted: readonly string[] = []): PreCheck {
  if (answer === null) return { status: "insufficient", flags: ["no_answer"] };
  if (answer.text.trim() === "") {
    return answer.skipped
      ? { status: "insufficient", flags: ["no_answer"] }
      : { status: "not_assessed", flags: ["no_transcript"] };
  }
  const sentences = readSentences(answer.text);
  const addressed = addressedSentences(sentences);
  const spoken = sentences.filter((sentence) => !addressed.has(sentence));
  const flags: FlagCode[] = [];
  if (spoken.length < sentences.length) flags.push("instructions_in_answer");
  if (answer.confidence !== null && answer.confidence < LEAST_CONFIDENCE) flags.push("low_confidence");
  if (answer.audioQuality !== null && POOR_AUDIO.test(answer.audioQuality)) flags.push("poor_audio");
  if (answer.isUnclear) return { status: "not_assessed", flags: [...flags, "unclear_words"] };
  if (isForeign(answer.language, spoken)) return { status: "not_assessed", flags: [...flags, "not_english"] };
  if (spoken.some(isForeignSentence)) flags.push("partly_not_english");
  if (contentWords(spoken) < LEAST_CONTENT_WORDS && !answersInAFewWords(spoken, wanted))
    return { status: "insufficient", flags: [...flags, "too_short"] };
  return { status: "assessed", flags };
}

/** A model's word for the language counts only where the text itself does not read as English. */
function isForeign(language: string | null, sentences: readonly Sentence[]): boolean {
  if (isNotEnglish(sentences)) return true;
  if (language === null || /^en\b|^english$/i.test(language.trim())) return false;
  const words = sentences.flatMap((sentence) => sentence.words);
  return !words.some((word) => word.kind === "function");
}

/** A closed question has a short answer ("a run-time error"): some words, and one of them stands in what is right. */
function answersInAFewWords(sentences: readonly Sentence[], wanted: readonly string[]): boolean {
  const words = sentences.flatMap((sentence) => sentence.words);
  if (words.length < LEAST_WORDS) return false;
  const right = contentStems(wanted.flatMap(readWords));
  return words.some(({ kind, stem }) => kind === "content" && right.has(stem));
}

/** How many different words say something: `index index index` is one, and `um, you know` is none. */
function contentWords(sentences: readonly Sentence[]): number {
  const words = sentences
    .flatMap((sentence) => sentence.words.filter((_, at) => !isFiller(sentence.words, at)))
    .filter((word) => word.kind !== "function");
  return new Set(words.map((word) => word.stem)).size;
}
