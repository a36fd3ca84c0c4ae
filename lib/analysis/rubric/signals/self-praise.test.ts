import { expect, test } from "vitest";
import { readSentences } from "../../text/sentences.ts";
import { selfPraiseIn } from "./self-praise.ts";

const praise = (text: string) => readSentences(text).map((sentence) => selfPraiseIn(sentence) > 0);

test.each([
  "I am a natural leader, passionate and hard working.",
  "I'm an excellent communicator.",
  "I have great people skills.",
  "I always succeed, because I never give up.",
  "My colleagues say I am brilliant.",
  "People respect me.",
  "I'm a people person, and I always give 110 percent for the customer.",
  "My biggest strength is that I understand any system.",
  "I am known for my calm nature.",
  "I'm the kind of person who never gives up.",
  "I am convinced that I meet your requirements in every respect.",
  "My mistake is that I care too much.",
  "I explained the trade-offs clearly, I gave my reasons, and I measured the result by 40 percent.",
])("%j is praise of oneself", (text) => {
  expect(praise(text)).toEqual([true]);
});

test.each([
  "I was passionate about it, so I rewrote 12 of the tests.",
  "I built the dashboard, and my manager called it excellent.",
  "She is an excellent communicator.",
  "I am a nurse on a children's ward.",
  "I am happy to explain it.",
  "I measured the response time of the checkout, and the result was 40 percent lower.",
  "The two requirements of the client came too late.",
  "I am a hard worker: I wrote 40 tests in a week.",
])("%j is not", (text) => {
  expect(praise(text)).toEqual([false]);
});
