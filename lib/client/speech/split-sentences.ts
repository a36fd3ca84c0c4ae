/** The sentences of a text, trimmed, in order. */
export function splitSentences(text: string, language = "en"): string[] {
  const segments = new Intl.Segmenter(language, { granularity: "sentence" }).segment(text);
  return Array.from(segments, ({ segment }) => segment.trim()).filter((sentence) => sentence !== "");
}
