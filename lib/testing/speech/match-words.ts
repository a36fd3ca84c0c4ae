import { plainWords } from "../../speech/engine/plain-words.ts";

type Timed = { word: string; start: number };

/** The words that both have, in their order: the longest common subsequence, so that a word left out moves none of the others. */
export function matchWords<A extends Timed, B extends Timed>(
  truth: readonly A[],
  heard: readonly B[],
): { said: A; written: B }[] {
  const [expected, written] = [truth, heard].map((words) => words.map(({ word }) => plainWords(word).join(" "))) as [
    string[],
    string[],
  ];
  const lengths = expected.map(() => new Array<number>(written.length + 1).fill(0));
  lengths.push(new Array<number>(written.length + 1).fill(0));
  const at = (row: number, column: number) => lengths[row]?.[column] ?? 0;
  for (let row = expected.length - 1; row >= 0; row--) {
    for (let column = written.length - 1; column >= 0; column--) {
      const same = expected[row] === written[column];
      (lengths[row] as number[])[column] = same
        ? 1 + at(row + 1, column + 1)
        : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const matched: { said: A; written: B }[] = [];
  for (let row = 0, column = 0; row < expected.length && column < written.length; ) {
    if (expected[row] === written[column]) {
      matched.push({ said: truth[row++] as A, written: heard[column++] as B });
    } else if (at(row + 1, column) >= at(row, column + 1)) row++;
    else column++;
  }
  return matched;
}
