/** What somebody searches for may be many words; the database looks for so many of them. */
const MOST_WORDS = 8;

/** The words of a search, to be found all of them and in any order; none: everything is. */
export function searchWords(search: string | undefined): string[] {
  return (search ?? "").split(/\s+/).filter(Boolean).slice(0, MOST_WORDS);
}
