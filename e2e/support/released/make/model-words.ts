import type { ReceivedChat } from "../../../../lib/testing/provider/chat-endpoint.ts";

/*
 * What the model of the dump's installation says. Most answers are judged in good order; a few in each of the ways that an analysis has
 * a remark about.
 */

const CATEGORIES = ["technical", "communication", "problem_solving", "cultural_fit"];

/** Of one sample after another of the same question, to make them differ. */
let calls = 0;

/** @returns the assessment of one answer, or the closing words */
export function modelWords({ prompt, schema }: ReceivedChat): object {
  if (schema && "recommendations" in (schema as { properties: object }).properties) {
    const feedback = "The strongest answer measured before changing anything; another was left short.";
    return { feedback, recommendations: ["Ask for an incident in the candidate's own words."] };
  }
  calls++;
  const question = /^Question: "(.*)"$/m.exec(prompt)?.[1] ?? "";
  const askedFor = (/^It asks for: (.*)$/m.exec(prompt)?.[1] ?? "").split(", ");
  const sentences = [...prompt.matchAll(/^\[(\d+)\] (?!\(left out)(.*)$/gm)];
  const [[, , sentence = ""] = []] = sentences;
  return { ...assessment(askedFor, sentence), ...mishap(question, askedFor, sentence) };
}

function assessment(askedFor: string[], sentence: string) {
  const quote = sentence.split(" ").slice(0, 7).join(" ");
  return {
    addressed_to_assessor: [],
    evidence: askedFor.map((category) => ({ category, sentence: 1, quote, note: "Says what was done." })),
    levels: levels(askedFor, 4),
    feedback: "The answer says what was done and why, in its own words.",
    strengths: ["It names a concrete step."],
    improvements: ["It could say what came of it."],
  };
}

function levels(askedFor: string[], level: number) {
  return Object.fromEntries(CATEGORIES.map((category) => [category, askedFor.includes(category) ? level : null]));
}

function mishap(question: string, askedFor: string[], sentence: string): object {
  const { evidence } = assessment(askedFor, sentence);
  if (question.includes("slow")) {
    const quote = "I single-handedly rewrote the whole kernel in an afternoon";
    return { evidence: [...evidence, { category: "technical", sentence: 1, quote, note: "Invented." }] };
  }
  if (question.includes("deployment")) return { evidence: evidence.slice(1) };
  if (question.includes("documentation")) return { levels: levels(askedFor, 900) };
  if (question.includes("disagreed")) return { levels: levels(askedFor, calls % 2 === 0 ? 1 : 5) };
  if (question.includes("release")) {
    const words = "Die Antwort ist überzeugend und gut gegliedert.";
    return { feedback: words, strengths: [words], improvements: [words] };
  }
  return {};
}
