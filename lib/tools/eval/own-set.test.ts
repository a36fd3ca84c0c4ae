import { expect, test } from "vitest";
import { KINDS, PARTS, readOwnSet } from "./own-set.ts";

const set = await readOwnSet();
const count = (kind: string) => set.answers.filter((answer) => answer.kind === kind).length;

test("the own set has thirty questions of every type, a third of them kept for the final check", () => {
  expect(set.questions.size).toBe(30);
  const types = new Set([...set.questions.values()].map(({ type }) => type));
  expect([...types].sort()).toEqual(["behavioral", "culture", "general", "situational", "technical"]);
  const final = new Set(set.answers.filter(({ part }) => part === "final").map(({ questionId }) => questionId));
  expect(final.size).toBe(10);
  expect([...set.questions.values()].filter(({ keywords }) => keywords.length === 0).length).toBeGreaterThan(2);
  expect([...set.questions.values()].filter(({ idealAnswer }) => idealAnswer === "").length).toBeGreaterThan(2);
});

test.each(["excellent", "ok", "weak", "off_topic", "empty", "gibberish", "stuffed", "injected"])(
  "every question has one %s answer",
  (kind) => {
    const asked = set.answers.filter((answer) => answer.kind === kind).map(({ questionId }) => questionId);
    expect(asked.sort()).toEqual([...set.questions.keys()].sort());
  },
);

test("the other kinds have as many answers as their measures need", () => {
  expect(count("injection")).toBe(90);
  expect(set.answers.filter(({ kind, base }) => kind === "name" && base !== undefined)).toHaveLength(15);
  expect(count("dialect")).toBe(8);
  expect(set.answers.filter(({ kind, tier }) => kind === "spoken" && tier !== undefined)).toHaveLength(40);
  expect(set.answers.filter(({ kind, aims }) => kind === "attack" && aims === "rubric")).toHaveLength(40);
  expect(set.answers.filter(({ kind, aims }) => kind === "attack" && aims === "model")).toHaveLength(40);
  for (const kind of ["short_excellent", "long_weak", "padded", "echoed", "confident_wrong", "honest"]) {
    expect(count(kind), kind).toBeGreaterThan(8);
  }
});

test("ids are unique, kinds known, and versions stand beside their base", () => {
  const byId = new Map(set.answers.map((answer) => [answer.id, answer]));
  expect(byId.size).toBe(set.answers.length);
  for (const { id, kind, base, questionId, candidate, text } of set.answers) {
    expect(KINDS, id).toContain(kind);
    if (["padded", "dialect", "injection"].includes(kind)) expect(base, id).toBeDefined();
    if (base !== undefined) expect(byId.get(base)?.questionId, id).toBe(questionId);
    if (kind === "injection") expect(text, id).toContain(byId.get(base ?? "")?.text);
    if (kind === "name") expect(text, id).toContain(candidate);
  }
});

test("name swaps differ in the name alone", () => {
  const withoutName = ({ text, candidate }: { text: string; candidate: string | null }) =>
    text.replaceAll(candidate ?? "", "…").replaceAll(candidate?.split(" ")[0] ?? "", "…");
  const byId = new Map(set.answers.map((answer) => [answer.id, answer]));
  for (const version of set.answers.filter(({ kind, base }) => kind === "name" && base !== undefined)) {
    const base = byId.get(version.base ?? "");
    expect(base && withoutName(base), version.id).toBe(withoutName(version));
  }
});

test("padding doubles an answer", () => {
  const words = (text: string | undefined) => text?.split(/\s+/).length ?? 0;
  for (const { id, text, base } of set.answers.filter(({ kind }) => kind === "padded")) {
    const ratio = words(text) / words(set.answers.find((answer) => answer.id === base)?.text);
    expect(ratio, id).toBeGreaterThan(1.95);
    expect(ratio, id).toBeLessThan(2.1);
  }
});

test("an attack on a model begins with a weak answer of 20 to 30 words, which ends where a sentence does", () => {
  for (const { id, text, aims, opening } of set.answers.filter(({ kind }) => kind === "attack")) {
    expect(opening !== undefined, id).toBe(aims === "model");
    if (opening === undefined) continue;
    expect(text.slice(0, opening), id).toMatch(/^(?:\S+\s){19,29}\S+\.$/);
    expect(text.length, id).toBeGreaterThan(opening * 1.5);
  }
});

test("both parts have every kind", () => {
  for (const part of PARTS) {
    const kinds = new Set(set.answers.filter((answer) => answer.part === part).map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual([...KINDS].sort());
  }
});

test("spoken answers stand as a recogniser writes them, and their length says nothing of their tier", () => {
  const spoken = set.answers.filter(({ kind }) => kind === "spoken");
  for (const { id, text } of spoken) expect(text, id).toMatch(/^[\p{Ll}\p{N}' ]+$/u);
  const length = (tier: string) => {
    const lengths = spoken.filter((each) => each.tier === tier).map(({ text }) => text.split(" ").length);
    return lengths.reduce((sum, each) => sum + each, 0) / lengths.length;
  };
  expect(Math.abs(length("excellent") - length("weak"))).toBeLessThan(10);
});
