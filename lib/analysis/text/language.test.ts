import { expect, test } from "vitest";
import { isNotEnglish } from "./language.ts";
import { readSentences } from "./sentences.ts";

test.each([
  "En mi último trabajo tuve que resolver un conflicto con un cliente muy importante.",
  "Letztes Jahr habe ich mit meinem Kollegen über die Architektur gestritten.",
  "Benim son işimde müşteri ile büyük bir sorun vardı ve ben çözdüm.",
  "Я работал с командой над новым проектом.",
  "我会先看查询计划,然后加一个索引。",
])("is not English: %s", (text) => {
  expect(isNotEnglish(readSentences(text))).toBe(true);
});

test.each([
  "I would use an index on the join column.",
  "Sequence number, acknowledgement number, urgent pointer",
  "We was tryna fix the build, innit, and it ain't worked till I done the cache.",
  "P(A) = 0.6^3 * 0.4^3 = 0.0138",
  "My manager, José Müller, gave me the Düsseldorf project.",
  "TCP UDP",
  "asdf qwer zxcv poiu",
  "",
])("may be English: %s", (text) => {
  expect(isNotEnglish(readSentences(text))).toBe(false);
});
