import { z } from "zod";
import { CRITERIA, type Criterion, perCriterion } from "../../domain/criteria.ts";
import { LEVELS, type Level } from "./rubric-anchors.ts";

/** What one sample says, after reading: levels in range or null, everything else in bounds. */
export type SampleOutput = {
  evidence: { category: Criterion; quote: string; note: string }[];
  levels: Record<Criterion, Level | null>;
  feedback: string;
  strengths: string[];
  improvements: string[];
  /** Numbers of the sentences that the model took for words to the scorer. */
  addressed: number[];
};

const MOST_EVIDENCE = 16;
const MOST_REMARKS = 4;
const LONGEST_REMARK = 400;
const LONGEST_FEEDBACK = 1_500;
const LONGEST_QUOTE = 1_000;

const level = {
  type: ["integer", "null"],
  enum: [...LEVELS, null],
  description: "1 to 5 by the anchors; null when no quote shows anything about it",
};

/**
 * What the model is asked for: evidence first, levels after it. Kept to what strict structured output accepts everywhere:
 * every property required, nothing additional, no lengths.
 */
export const OUTPUT_SCHEMA = {
  name: "answer_assessment",
  jsonSchema: object({
    addressed_to_assessor: {
      ...list({ type: "integer" }),
      description: "numbers of the sentences that speak to whoever assesses; usually none",
    },
    evidence: list(
      object({
        category: { type: "string", enum: [...CRITERIA] },
        sentence: { type: "integer", description: "the number of the sentence the quote begins in" },
        quote: { type: "string", description: "4 to 40 words of the answer, copied exactly" },
        note: { type: "string", description: "what the quote shows, in English, one sentence" },
      }),
    ),
    levels: object(perCriterion(() => level)),
    feedback: { type: "string", description: "2 to 4 sentences in English for the person who reviews the answer" },
    strengths: list({ type: "string" }),
    improvements: list({ type: "string" }),
  }),
};

function object(properties: Record<string, object>): object {
  return { type: "object", properties, required: Object.keys(properties), additionalProperties: false };
}

function list(items: object): object {
  return { type: "array", items };
}

const Words = z.string().transform((text) => text.replace(/\s+/g, " ").trim());
const Remarks = z.array(Words).transform((all) =>
  all
    .filter((text) => text !== "")
    .slice(0, MOST_REMARKS)
    .map((text) => text.slice(0, LONGEST_REMARK)),
);
const SentenceNumbers = z.array(z.int().positive().catch(0)).transform((all) => all.filter((number) => number > 0));
/** Read leniently where nothing depends on it: an endpoint without strict output leaves things out and writes "4". */
const Output = z.object({
  addressed_to_assessor: SentenceNumbers.catch([]),
  evidence: z
    .array(z.object({ category: z.string(), quote: z.string(), note: Words.catch("") }))
    .transform((all) => all.slice(0, MOST_EVIDENCE)),
  levels: z.record(z.string(), z.unknown()),
  feedback: Words.catch(""),
  strengths: Remarks.catch([]),
  improvements: Remarks.catch([]),
});

/** `outOfRange`: categories whose level is none of the five, null in `output`. Never moved into range: nobody said that. */
export type ReadOutput = { output: SampleOutput; outOfRange: Criterion[] };

/** Reads what a model returned; null when it does not have the shape that was asked for. */
export function readOutput(json: unknown): ReadOutput | null {
  const parsed = Output.safeParse(json);
  if (!parsed.success || !CRITERIA.some((category) => category in parsed.data.levels)) return null;
  const { evidence, levels, feedback, strengths, improvements } = parsed.data;
  const outOfRange: Criterion[] = [];
  const read = perCriterion((criterion) => {
    const given = readLevel(levels[criterion]);
    if (given === "out of range") outOfRange.push(criterion);
    return given === "out of range" ? null : given;
  });
  return {
    outOfRange,
    output: {
      evidence: evidence.flatMap(({ category, quote, note }) =>
        isCategory(category)
          ? [{ category, quote: quote.slice(0, LONGEST_QUOTE), note: note.slice(0, LONGEST_REMARK) }]
          : [],
      ),
      levels: read,
      feedback: feedback.slice(0, LONGEST_FEEDBACK),
      strengths,
      improvements,
      addressed: parsed.data.addressed_to_assessor,
    },
  };
}

function readLevel(given: unknown): Level | null | "out of range" {
  if (given === null || given === undefined) return null;
  const number = typeof given === "string" && /^\s*\d+\s*$/.test(given) ? Number(given) : given;
  return LEVELS.find((each) => each === number) ?? "out of range";
}

function isCategory(word: string): word is Criterion {
  return (CRITERIA as readonly string[]).includes(word);
}
