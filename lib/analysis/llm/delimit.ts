import { createHash } from "node:crypto";
import { markInstructions } from "../quotes/read-instructions.ts";
import { readSentences } from "../text/sentences.ts";

/** What stands in place of a sentence that speaks to the scorer. The numbers of the others stay. */
const LEFT_OUT = "(left out: this sentence does not answer)";

/** What is put between delimiters: everything that comes from a candidate's side. */
export type Untrusted = "ANSWER" | "QUESTION";

export type Delimited = {
  marker: string;
  begin: string;
  end: string;
  /** What stands between, one sentence of the answer each. */
  lines: string[];
  /** Where the sentence of each line stands in the answer. */
  stretches: { start: number; end: number }[];
  /** How many sentences the model never sees. */
  leftOut: number;
};

/**
 * Puts an untrusted text between two lines that it cannot contain, its sentences numbered and each on one line.
 *
 * The marker is a hash of everything around and inside: the same input gives the same prompt, so that a call can be found
 * again and two people who say the same are asked about in the same words. Whoever writes the answer cannot put the marker
 * into it, because the marker changes with every letter they write, and hangs on an ideal answer they do not see.
 *
 * Sentences that are known to speak to the scorer are not passed on at all. Kept between the delimiters they could still
 * sway a model; left out they cannot, and the recruiter reads the whole answer beside its flag anyway.
 * @param context what else decides the marker
 */
export function delimitAnswer(answer: string, context: readonly string[]): Delimited {
  return delimit("ANSWER", answer, context);
}

/** The same for any text that a candidate's side sent. */
export function delimit(what: Untrusted, text: string, context: readonly string[]): Delimited {
  const marked = markInstructions(readSentences(text));
  const lines = marked.map(({ sentence, isLeftOut }, at) =>
    `[${at + 1}] ${isLeftOut ? LEFT_OUT : neutralise(sentence.text)}`.trim(),
  );
  const marker = markerFor([...context, text], lines.join("\n"));
  const leftOut = marked.filter(({ isLeftOut }) => isLeftOut).length;
  const stretches = marked.map(({ sentence: { start, end } }) => ({ start, end }));
  return { marker, ...delimiters(what, marker), lines, stretches, leftOut };
}

export function delimiters(what: string, marker: string): { begin: string; end: string } {
  return { begin: `<<<BEGIN ${what} ${marker}>>>`, end: `<<<END ${what} ${marker}>>>` };
}

/** 80 bits of a hash that stand nowhere in `content`; the next hash in the unheard-of case that they do. */
export function markerFor(parts: readonly string[], content: string, hash = sha256): string {
  for (let round = 0; ; round++) {
    const marker = hash(JSON.stringify(["talentflow answer", round, ...parts])).slice(0, 20);
    if (!content.toLowerCase().includes(marker)) return marker;
  }
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** One line of readable characters, without anything that looks like a delimiter, a role or a sentence number of ours. */
export function neutralise(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[\p{Cf}\p{Co}\p{Cn}\p{Cs}]/gu, "")
    .replace(/[\s\p{Cc}\u2028\u2029]+/gu, " ")
    .replace(/[<＜〈《]/gu, "‹")
    .replace(/[>＞〉》]/gu, "›")
    .replace(/([‹›=#`~*_|-])\1{2,}/gu, "$1")
    .replace(/\[(?=\s*(?:\p{N}+\s*\]|\/?\s*inst))/giu, "(")
    .trim();
}
