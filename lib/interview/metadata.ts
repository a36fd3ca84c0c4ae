/**
 * The fields of a request that its schema does not name. Clients may add what they like; it is kept, not dropped.
 * @param known names that are stored elsewhere
 */
export function extraFields(source: Record<string, unknown>, known: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(source).filter(([key]) => !known.includes(key)));
}
