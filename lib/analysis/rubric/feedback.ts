import { questionType } from "../../domain/question-weights.ts";
import { contentOf, kindOf } from "./content.ts";
import type { Findings } from "./findings.ts";
import { listed } from "./listed.ts";

export type Feedback = { feedback: string; strengths: string[]; improvements: string[] };

const MOST_TERMS = 8;
const STRONG = 0.65;
const WEAK = 0.4;

/** What one answer did well and what would help it, in plain sentences made of the findings alone. Always says something. */
export function writeFeedback(type: string, findings: Findings): Feedback {
  const told = findings.experience || ["behavioral", "culture", "general"].includes(questionType(type));
  const remarks = [aboutIdeal(findings), aboutForm(findings, told), aboutTerms(findings)];
  const strengths = remarks.flatMap((remark) => remark.strengths);
  const improvements = remarks.flatMap((remark) => remark.improvements);
  if (improvements.length === 0) improvements.push("One more detail that can be checked would make it stronger still.");
  const sentences = [
    summary(contentOf(kindOf(type, findings), findings)),
    ...termSentences(findings),
    ...strengths.slice(0, 1),
    ...improvements.slice(0, 1),
  ];
  return { feedback: [...new Set(sentences)].join(" "), strengths, improvements };
}

/** For an answer that a gate holds down: the reasons, and the way out. */
export function writeGatedFeedback(reasons: readonly string[]): Feedback {
  const wayOut = "An answer to the question in whole sentences and in one's own words could be judged.";
  return { feedback: [...reasons, wayOut].join(" "), strengths: [], improvements: [wayOut] };
}

function summary(content: number): string {
  if (content >= STRONG) return "The answer holds most of what the question asks for.";
  if (content >= WEAK) return "The answer holds part of what the question asks for.";
  return "The answer holds little of what the question asks for.";
}

function termSentences({ terms }: Findings): string[] {
  if (terms === null) return [];
  const all = terms.named.length + terms.missing.length;
  if (terms.named.length === 0)
    return [`Names none of the ${all} expected terms (${listed(terms.missing, MOST_TERMS)}).`];
  const named = `Names ${terms.named.length} of ${all} expected terms: ${listed(terms.named, MOST_TERMS)}.`;
  return terms.missing.length > 0 ? [named, `Missing: ${listed(terms.missing, MOST_TERMS)}.`] : [named];
}

type Remarks = { strengths: string[]; improvements: string[] };

function aboutIdeal({ terms, ideal, related }: Findings): Remarks {
  const remarks: Remarks = { strengths: [], improvements: [] };
  if (ideal !== null && ideal >= STRONG) remarks.strengths.push("Much of the expected answer is there.");
  if (ideal !== null && ideal < WEAK)
    remarks.improvements.push("More of the points that the question asks for would help.");
  if (ideal === null && terms === null && related === 0)
    remarks.improvements.push("Coming back to the words of the question would show how the answer belongs to it.");
  return remarks;
}

function aboutTerms({ terms }: Findings): Remarks {
  const remarks: Remarks = { strengths: [], improvements: [] };
  if (terms === null) return remarks;
  if (terms.missing.length === 0) remarks.strengths.push("Uses every expected term in a sentence.");
  if (terms.named.length < terms.missing.length)
    remarks.improvements.push(`Saying something about ${listed(terms.missing, 3)} would help.`);
  return remarks;
}

/** @param told whether the question asks for an experience, so that the parts of a story are expected */
function aboutForm(findings: Findings, told: boolean): Remarks {
  const remarks: Remarks = { strengths: [], improvements: [] };
  if (told) tellParts(findings, remarks);
  const { reasoning, specificity, values } = findings;
  if (reasoning.cues.length >= 3) remarks.strengths.push(`Reasons openly: ${listed(reasoning.cues)}.`);
  else if (reasoning.cues.length === 0)
    remarks.improvements.push("Saying why, and what else was considered, would show the thinking behind it.");
  if (specificity.value >= STRONG) remarks.strengths.push(`Concrete: ${listed(concrete(findings))}.`);
  else if (specificity.value < 0.3)
    remarks.improvements.push("A number, a named tool or a step of one's own would make it concrete.");
  if (specificity.claims > 0) remarks.improvements.push("An example would carry more than praise of oneself.");
  if (specificity.hedges >= 3)
    remarks.improvements.push("Fewer words like “maybe” and “sort of” would make it firmer.");
  if (told && values.shown.length > 0) remarks.strengths.push(`Shows ${listed(values.shown)} in something done.`);
  if (findings.wording < 0.5) remarks.improvements.push("Whole sentences would be easier to follow than single words.");
  return remarks;
}

function tellParts({ parts }: Findings, remarks: Remarks): void {
  const names = { situation: "the situation", task: "the task", action: "what was done", result: "what came of it" };
  const keys = Object.keys(names) as (keyof typeof names)[];
  const missing = keys.filter((part) => parts[part] === null).map((part) => names[part]);
  if (missing.length === 0) remarks.strengths.push("Tells a whole experience: situation, task, action and result.");
  else remarks.improvements.push(`Telling ${listed(missing)} would complete the example.`);
}

function concrete({ specificity: { numbers, names, actions } }: Findings): string[] {
  const found: string[] = [];
  if (actions > 0) found.push("says what the speaker did");
  if (numbers > 0) found.push("gives numbers");
  if (names.length > 0) found.push("names tools, places or people");
  return found;
}
