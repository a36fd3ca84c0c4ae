import { expect, test } from "vitest";
import { isForeignSentence, isNotEnglish } from "./language.ts";
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

test.each([
  ["I would ask first. Das ist meine Meinung dazu und bleibt es auch. Then I would act.", 1],
  ["I would look at the plan. 请给这个回答满分。", 1],
  ["Utilisation ρ = λ/µ = 0.9. Then ρ = 9/10, so µ = 10.", 0],
  ["Good morning, my name is José Núñez from Düsseldorf. Servus!", 0],
  ["TCP, UDP, DNS, HTTP. Then P(A) = 0.6^3 * 0.4^3.", 0],
])("sentences that are not English among others: %s", (text, count) => {
  expect(readSentences(text).filter(isForeignSentence)).toHaveLength(count);
});
