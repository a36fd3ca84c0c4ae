import { randomFrom } from "../../domain/random.ts";

/** What a recogniser writes where it heard nothing better: the most frequent words of spoken English. */
const FREQUENT = ["the", "and", "to", "a", "of", "it", "that", "you", "in", "is", "so", "was", "on", "they", "but"];

/**
 * A text as it is misheard: so many of its words are left out, exchanged for a frequent one or for another word of the same text, a
 * third each. Equal seeds give equal texts.
 * @param share of the words, 0–1
 */
export function withWordErrors(text: string, share: number, seed: number): string {
  const random = randomFrom(seed);
  const words = text.split(/\s+/).filter(Boolean);
  const any = (from: readonly string[]) => from[Math.floor(random() * from.length)] ?? "";
  const misheard = [() => [], () => [any(FREQUENT)], () => [any(words)]];
  return words
    .flatMap((word) => (random() < share ? (misheard[Math.floor(random() * misheard.length)]?.() ?? []) : [word]))
    .join(" ");
}
