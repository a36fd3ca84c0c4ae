/** What most organisations ask of people, for those that have not said what they value. */
export const DEFAULT_COMPANY_VALUES: readonly string[] = [
  "ownership",
  "collaboration",
  "learning",
  "candour",
  "customers",
];

/** The organisation's own values where it states any, otherwise the default set: never empty. */
export function companyValuesOrDefault(stated: readonly string[]): string[] {
  const own = stated.map((value) => value.trim()).filter((value) => value !== "");
  return own.length > 0 ? own : [...DEFAULT_COMPANY_VALUES];
}
