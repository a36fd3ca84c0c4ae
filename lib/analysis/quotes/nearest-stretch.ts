/**
 * The stretch of `text` that is nearest to `pattern`, by characters put in, left out or exchanged, if it takes at most
 * `most` of them: Sellers' algorithm (1980) with Ukkonen's cut-off, so that only cells that can still win are computed.
 * At worst length of text × length of pattern, ordinarily length of text × `most`. The earliest of equally near ones.
 * @returns offsets in `text` (UTF-16), `to` exclusive
 */
export function nearestStretch(
  text: string,
  pattern: string,
  most: number,
): { from: number; to: number; edits: number } | null {
  if (pattern === "" || text === "") return null;
  const size = pattern.length;
  const over = most + 1;
  const wanted = Uint16Array.from(pattern, (_, at) => pattern.charCodeAt(at));
  // Of the column for one character of the text: edits needed by each prefix of the pattern, and where its stretch begins.
  const edits = Int32Array.from({ length: size + 1 }, (_, row) => Math.min(row, over));
  const begins = new Int32Array(size + 1);
  let last = Math.min(most, size); // the lowest row that can still win
  let best: { from: number; to: number; edits: number } | null = null;
  for (let at = 0; at < text.length; at++) {
    const character = text.charCodeAt(at);
    const reach = Math.min(last + 1, size);
    let diagonal = 0;
    let diagonalBegin = at;
    let above = 0;
    let aboveBegin = at + 1;
    let lowest = 0;
    for (let row = 1; row <= reach; row++) {
      const left = row > last ? over : (edits[row] as number);
      const leftBegin = begins[row] as number;
      let edit = wanted[row - 1] === character ? diagonal : diagonal + 1;
      let begin = diagonalBegin;
      if (above + 1 < edit) {
        edit = above + 1;
        begin = aboveBegin;
      }
      if (left + 1 < edit) {
        edit = left + 1;
        begin = leftBegin;
      }
      if (edit > over) edit = over;
      if (edit <= most) lowest = row;
      edits[row] = edit;
      begins[row] = begin;
      diagonal = left;
      diagonalBegin = leftBegin;
      above = edit;
      aboveBegin = begin;
    }
    last = lowest;
    const needed = edits[size] as number;
    if (last !== size || (best !== null && needed >= best.edits)) continue;
    best = { from: begins[size] as number, to: at + 1, edits: needed };
    if (needed === 0) return best;
  }
  return best;
}
