/**
 * A text as quotes are compared: without capitals, doubled spaces and invisible characters, with one kind of quotation
 * mark, dash, bracket and ellipsis. `start[i]` and `end[i]` say which stretch of the original the i-th character stands for.
 */
export type Folded = { text: string; start: number[]; end: number[] };

/** A character with the marks that belong to it: NFKC joins no more than this, Hangul letters aside, which go together. */
const CLUSTER = /[\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]+|\P{M}\p{M}*|\p{M}+/gu;
const INVISIBLE = /[\p{Cf}[\p{Cc}--\s]]/gv;
const SAME: readonly (readonly [RegExp, string])[] = [
  [/[‘’‚‛ʼ`´′]/g, "'"],
  [/[“”„‟«»″]/g, '"'],
  [/[‐‑‒–—―−﹘]/g, "-"],
  [/[‹⟨〈《]/g, "<"],
  [/[›⟩〉》]/g, ">"],
  [/[[{]/g, "("],
  [/[\]}]/g, ")"],
];

/** Folds a text. Linear in its length. */
export function fold(original: string): Folded {
  const start: number[] = [];
  const end: number[] = [];
  let text = "";
  for (const { 0: cluster, index } of original.matchAll(CLUSTER)) {
    const plain = foldCluster(cluster);
    for (const character of plain === " " && (text === "" || text.endsWith(" ")) ? "" : plain) {
      text += character;
      for (let unit = 0; unit < character.length; unit++) {
        start.push(index);
        end.push(index + cluster.length);
      }
    }
  }
  return { text, start, end };
}

function foldCluster(cluster: string): string {
  if (/^\s/.test(cluster)) return " ";
  let plain = cluster.normalize("NFKC").replace(INVISIBLE, "").toLowerCase();
  for (const [kind, one] of SAME) plain = plain.replace(kind, one);
  return plain.replace(/\s+/g, " ");
}

/** Letters and digits that make up words; what they are not separates them. */
const WORD_CHARACTER = /[\p{L}\p{N}\p{M}]/u;

export function isWordCharacter(character: string | undefined): boolean {
  return character !== undefined && WORD_CHARACTER.test(character);
}

/** Scripts that write no spaces: each sign counts as a word there. */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])[\p{L}\p{N}\p{M}])+(?:'\p{L}+)*/gu;

/** The words of a folded text. */
export function foldedWords(folded: string): string[] {
  return folded.match(WORD) ?? [];
}
