import { randomFrom } from "../../domain/random.ts";
import { heardWords } from "../hearing/heard-words.ts";
import { mishear } from "../hearing/mishear.ts";

/**
 * A text as it is misheard, nothing being known of its single words. Equal seeds give equal texts.
 * @param share of the words, 0–1
 */
export function withWordErrors(text: string, share: number, seed: number): string {
  return mishear(heardWords(text, []), share, randomFrom(seed)).text;
}
