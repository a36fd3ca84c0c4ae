import { expect, test } from "vitest";
import { readSentences } from "../../text/sentences.ts";
import { specificity } from "./specificity.ts";

const of = (text: string) => specificity(readSentences(text));

test("numbers, names and deeds are concrete", () => {
  const found = of("I moved 40 services to Google Cloud in C++ within three weeks.");
  expect(found).toMatchObject({ numbers: 2, names: ["google", "c++"], actions: 1, hedges: 0, claims: 0 });
});

test("hedging and praise of oneself take from it", () => {
  const plain = of("I moved 40 services to Kubernetes.").value;
  expect(of("Maybe I moved 40 services to Kubernetes or something, I guess.").value).toBeLessThan(plain);
  expect(of("I moved 40 services to Kubernetes. I am a hard worker and a natural leader.").value).toBeLessThan(plain);
});

test("list numbers and the words that open sentences are not details", () => {
  expect(of("1. Apples. 2. Pears. Oranges are round.")).toMatchObject({ numbers: 0, names: [] });
});
