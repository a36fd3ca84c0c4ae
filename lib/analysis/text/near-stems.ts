/** A stem that somebody said, and how alike it is to the one that was wanted: 1 for the same, else the Dice coefficient. */
export type NearStem = { stem: string; likeness: number };

/**
 * From here two stems count as forms of one word. On the graded training answers .45 to .6 do about alike, and leaving likeness out
 * loses on 14 of 18 questions; at half of the letter triples, `synchron` and `asynchron`, `0.0138` and `0.013824` are near, `host` and `port` are not.
 */
const LEAST_LIKENESS = 0.5;
/** In shorter stems one letter decides, and likeness means nothing. */
const LEAST_LENGTH = 4;
const LONGEST_COMPARED = 40;

/**
 * For each wanted stem the said ones that are the same or nearly so: typing and hearing mistakes, prefixes, compounds, and rounded
 * numbers. Likeness is the Dice coefficient of letter triples (Dice 1945; as in fuzzy search since Angell and others 1983).
 * An index of the triples keeps it near to linear: only stems that share one are compared.
 */
export function nearStems(wanted: Iterable<string>, said: ReadonlySet<string>): Map<string, NearStem[]> {
  const triplesOf = new Map([...said].filter(isComparable).map((stem) => [stem, triples(stem)]));
  const index = new Map<string, string[]>();
  for (const [stem, all] of triplesOf) for (const triple of all) append(index, triple, stem);
  return new Map([...wanted].map((stem) => [stem, nearTo(stem, said, index, triplesOf)]));
}

function nearTo(
  stem: string,
  said: ReadonlySet<string>,
  index: ReadonlyMap<string, string[]>,
  triplesOf: ReadonlyMap<string, ReadonlySet<string>>,
): NearStem[] {
  const near: NearStem[] = said.has(stem) ? [{ stem, likeness: 1 }] : [];
  if (!isComparable(stem)) return near;
  const own = triples(stem);
  const shared = new Map<string, number>();
  for (const triple of own)
    for (const other of index.get(triple) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1);
  for (const [other, count] of shared) {
    const likeness = (2 * count) / (own.size + (triplesOf.get(other)?.size ?? 0));
    if (other !== stem && likeness >= LEAST_LIKENESS) near.push({ stem: other, likeness });
  }
  return near;
}

function isComparable(stem: string): boolean {
  return stem.length >= LEAST_LENGTH && stem.length <= LONGEST_COMPARED;
}

const REMEMBERED_TRIPLES = 5_000;
const triplesByStem = new Map<string, ReadonlySet<string>>();

/** The edges count as letters, so that how a word begins and ends weighs. */
function triples(stem: string): ReadonlySet<string> {
  const known = triplesByStem.get(stem);
  if (known !== undefined) return known;
  if (triplesByStem.size >= REMEMBERED_TRIPLES) triplesByStem.clear();
  const found = readTriples(stem);
  triplesByStem.set(stem, found);
  return found;
}

function readTriples(stem: string): Set<string> {
  const edged = `^${stem}$`;
  const found = new Set<string>();
  for (let at = 0; at + 3 <= edged.length; at += 1) found.add(edged.slice(at, at + 3));
  return found;
}

function append(index: Map<string, string[]>, key: string, stem: string): void {
  const list = index.get(key);
  if (list === undefined) index.set(key, [stem]);
  else list.push(stem);
}
