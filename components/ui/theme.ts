/** What a person chose; without a choice the browser's preference holds. */
export type Theme = "light" | "dark";

/** Kept in a cookie so that the first byte of a page already has the right theme: nothing flashes, no script runs early. */
export const THEME_COOKIE = "theme";

export function parseTheme(value: string | undefined): Theme | undefined {
  return value === "light" || value === "dark" ? value : undefined;
}
