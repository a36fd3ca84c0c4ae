/**
 * How models and their servers mark thoughts that were not taken out of the answer: where they begin, and where they end. Names in lower
 * case; the marks are found in any case.
 * @see https://github.com/openai/harmony (`<|channel|>`), https://docs.vllm.ai/en/latest/features/reasoning_outputs.html
 */
const MARKS: readonly { begin: string; end: string }[] = [
  ...["think", "thinking", "thought", "thoughts", "reasoning", "reflection", "scratchpad", "seed:think"].map(
    (name) => ({
      begin: `<${name}>`,
      end: `</${name}>`,
    }),
  ),
  { begin: "[think]", end: "[/think]" }, // Magistral
  { begin: "◁think▷", end: "◁/think▷" }, // Kimi
  { begin: "<|start_thinking|>", end: "<|end_thinking|>" }, // Command
  { begin: "<|begin_of_thought|>", end: "<|end_of_thought|>" }, // Sky-T1 and others
  { begin: "<|channel|>analysis<|message|>", end: "<|channel|>final<|message|>" }, // gpt-oss
  { begin: "<|channel>thought", end: "<channel|>" }, // Gemma
  { begin: "here is my thought process:", end: "here is my response:" }, // Granite
];

const escaped = (text: string) => text.replace(/[|\\{}()[\]^$+*?.]/g, "\\$&");
const ANY_MARK = new RegExp(
  MARKS.flatMap(({ begin, end }) => [begin, end])
    .map(escaped)
    .join("|"),
  "giu",
);

/** A mark in a text; `pair` tells which beginning belongs to which end. */
export type ThoughtMark = { at: number; length: number; kind: "begin" | "end"; pair: number };

/** Every mark of thoughts in a text, in order. Time is linear in the length of the text. */
export function thoughtMarks(text: string): ThoughtMark[] {
  return [...text.matchAll(ANY_MARK)].flatMap(({ 0: mark, index }) => {
    const word = mark.toLowerCase();
    const pair = MARKS.findIndex(({ begin, end }) => begin === word || end === word);
    const kind = MARKS[pair]?.begin === word ? "begin" : "end";
    return pair < 0 ? [] : [{ at: index, length: mark.length, kind, pair }];
  });
}

/** Thoughts with marks around them, as they would have come in the answer itself. */
export const asThoughts = (thoughts: string): string => `<think>${thoughts}</think>`;

/** Whether a model wrote thoughts and, after them, nothing. */
export function isOnlyThoughts(text: string): boolean {
  const marks = thoughtMarks(text);
  const first = marks[0];
  if (first?.kind !== "begin" || text.slice(0, first.at).trim() !== "") return false;
  const end = marks.findLast(({ kind, pair }) => kind === "end" && pair === first.pair);
  return !end || text.slice(end.at + end.length).trim() === "";
}
