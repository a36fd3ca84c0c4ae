import { expect, test } from "vitest";
import type { Judged } from "./measure.ts";
import { psychometrics } from "./psychometrics.ts";

const KINDS = ["weak", "ok", "excellent"];
const judged = (kind: string, score: number | null, more: object = {}): Judged =>
  ({ id: "a", kind, score, text: `${"word ".repeat(20 + ((score ?? 0) % 7))}`, ...more }) as Judged;

const values = (answers: Judged[]) => psychometrics(answers).map(({ value }) => value);

test("tiers are grades, whether they are kinds or labels, and other answers are left out", () => {
  const each = KINDS.flatMap((kind, grade) =>
    Array.from({ length: 15 }, (_, at) => ({ kind, score: grade * 30 + at })),
  );
  const byKind = each.map(({ kind, score }) => judged(kind, score));
  const byLabel = each.map(({ kind, score }) => judged("spoken", score, { tier: kind }));
  expect(values(byLabel)).toEqual(values(byKind));
  expect(values([...byKind, judged("gibberish", 90)])).toEqual(values(byKind));
  const [kappa = "", difference = "", ranks = ""] = values(byKind);
  expect(kappa).toMatch(/^\.[5-9]\d \(45 answers, few\)$/);
  expect(difference).toMatch(/^-\.\d\d \(45 answers, few\)$/);
  expect(ranks).toMatch(/^\.9\d /);
});

test("few answers give no number, and what cannot be told of this set says why", () => {
  const told = values(KINDS.map((kind) => judged(kind, null)));
  expect(told.slice(0, 4)).toEqual(Array(4).fill("too few (3 answers, few)"));
  expect(told.slice(4).every((value) => value.startsWith("not defined: "))).toBe(true);
});
