import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { MEDIA } from "../media/parts.ts";

/* What people say in the clips under e2e/fixtures/media, and when (clips/README.md). */

export type SaidWord = { word: string; start: number; end: number };

const CLIPS = join(MEDIA, "clips");

/** Their names: `clipPath` has the file, `wordsIn` the words. */
export const CLIP_NAMES = ["cards-005", "jfk", "read-1", "read-3", "self-test", "speech"] as const;
export type ClipName = (typeof CLIP_NAMES)[number];

const ELSEWHERE: Partial<Record<ClipName, string>> = {
  "self-test": fileURLToPath(new URL("../../speech/assets/self-test.wav", import.meta.url)),
  speech: join(MEDIA, "speech.wav"),
};

export const clipPath = (name: ClipName): string => ELSEWHERE[name] ?? join(CLIPS, `${name}.wav`);

export function wordsIn(name: ClipName): SaidWord[] {
  const words = JSON.parse(readFileSync(join(CLIPS, "words.json"), "utf8")) as Record<
    string,
    [string, number, number][]
  >;
  return (words[name] ?? []).map(([word, start, end]) => ({ word, start, end }));
}

export const textIn = (name: ClipName): string =>
  wordsIn(name)
    .map(({ word }) => word)
    .join(" ");
