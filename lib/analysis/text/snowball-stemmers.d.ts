declare module "snowball-stemmers" {
  /** Throws when the language is unknown. `stem` expects a lower-case word. */
  export function newStemmer(language: "english"): { stem(word: string): string };
}
