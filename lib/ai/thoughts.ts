/**
 * How models and their servers mark thoughts that were not taken out of the answer: where they begin, and where they end. Found
 * in any case; a tag may have attributes.
 * @see https://github.com/openai/harmony (`<|channel|>`), https://docs.vllm.ai/en/latest/features/reasoning_outputs.html
 */
const MARKS: readonly { begin: RegExp; end: RegExp }[] = [
  ...[
    "think",
    "thinking",
    "thought",
    "thoughts",
    "reasoning",
    "reflection",
    "scratchpad",
    "analysis",
    "seed:think",
  ].map((name) => ({
    begin: new RegExp(`<\\s?${name}(?:\\s[^<>]{0,100})?>`),
    end: new RegExp(`<\\s?/\\s?${name}\\s?>`),
  })),
  ...["inner_monologue", "internal_monologue", "inner_thoughts"].map((name) => ({
    begin: new RegExp(`<${name}>`),
    end: new RegExp(`</${name}>`),
  })),
  { begin: /\[think\]/, end: /\[\/think\]/ }, // Magistral
  { begin: /◁think▷/, end: /◁\/think▷/ }, // Kimi
  { begin: /<\|start_thinking\|>/, end: /<\|end_thinking\|>/ }, // Command
  { begin: /<\|begin_of_thought\|>/, end: /<\|end_of_thought\|>/ }, // Sky-T1 and others
  { begin: /<\|thought_start\|>/, end: /<\|thought_end\|>/ },
  { begin: /<\|inner_prefix\|>/, end: /<\|inner_suffix\|>/ }, // Apertus
  {
    begin: /<\|channel\|>\s?(?:analysis|commentary)[^<>]{0,80}(?:<\|constrain\|>\s?\w{0,20}\s?)?<\|message\|>/,
    end: /<\|channel\|>\s?final[^<>]{0,20}(?:<\|constrain\|>\s?\w{0,20}\s?)?<\|message\|>/,
  }, // gpt-oss
  { begin: /<\|channel>thought/, end: /<channel\|>/ }, // Gemma
  { begin: /here is my thought process:/, end: /here is my response:/ }, // Granite
];

/** Every mark in a group of its own: the first is the first beginning, the second its end, and so on. */
const ANY_MARK = new RegExp(MARKS.map(({ begin, end }) => `(${begin.source})|(${end.source})`).join("|"), "giu");

/** A mark in a text; `pair` tells which beginning belongs to which end. */
export type ThoughtMark = { at: number; length: number; kind: "begin" | "end"; pair: number };

/** Every mark of thoughts in a text, in order. Time is linear in the length of the text. */
export function thoughtMarks(text: string): ThoughtMark[] {
  return [...text.matchAll(ANY_MARK)].map((found) => {
    const [mark, ...groups] = found;
    const group = groups.findIndex((each) => each !== undefined);
    return { at: found.index, length: mark.length, kind: group % 2 === 0 ? "begin" : "end", pair: group >> 1 };
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
