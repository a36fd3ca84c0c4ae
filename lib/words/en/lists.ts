/** What lists say, whatever is in them. */
export const lists = {
  pages: "Pages",
  newest: "Newest",
  newer: "Newer",
  older: "Older",
  choose_all: "Choose all on this page",
  chosen: "{count} chosen",
  clear: "Clear",
} as const;
