/** Where a list that is newest first over (created_at, id) goes on: what lies beyond is found by the index, however far down it is. */
export type ListPosition<Id = string> = { createdAt: Date; id: Id };

/** As it stands in the address of a page and, encoded, in a cursor: `1763805600000_3f2c…`. */
export function formatListPosition({ createdAt, id }: ListPosition<string | number>): string {
  return `${createdAt.getTime()}_${id}`;
}

/**
 * Reads it back.
 * @param parseId what such a list has for an id, or null
 * @returns null for anything that no list with such ids has given
 */
export function parseListPosition<Id>(text: string, parseId: (text: string) => Id | null): ListPosition<Id> | null {
  const [millis = "", rest = ""] = text.split("_");
  const id = parseId(rest);
  if (!/^\d{1,14}$/.test(millis) || id === null) return null;
  return { createdAt: new Date(Number(millis)), id };
}
