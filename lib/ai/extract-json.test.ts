import { describe, expect, test } from "vitest";
import { extractJson } from "./extract-json.ts";
import { endOfJson } from "./scan-json.ts";

describe("the JSON in what a model wrote", () => {
  test.each<[string, string, unknown]>([
    ["alone", ' {"a": [1, -2.5e3, true, null, "x"]}\n', { a: [1, -2500, true, null, "x"] }],
    ["in a fence", '```json\n{"a": 1}\n```', { a: 1 }],
    ["amid prose with brackets", 'As asked [see above]: {"a": 1} {that is all}', { a: 1 }],
    ["after thoughts that hold a draft", '<think>maybe {"a": 5}</think>{"a": 1}', { a: 1 }],
    ["after thoughts whose beginning is missing", 'so {"a": 5} …\n</think>\n{"a": 1}', { a: 1 }],
    [
      "that quotes the end of a thought",
      '<think>hm</think>{"a": "he said </think> twice"}',
      { a: "he said </think> twice" },
    ],
    ["that quotes brackets and quotes", '{"a": "{\\"b\\": [\\u00e9\\\\"}', { a: '{"b": [é\\' }],
    ["said twice over", '{"a": 1}\n\n```json\n{ "a" : 1 }\n```', { a: 1 }],
    ["beside small lists", '{"a": 1}\n\nSources: [1], [2]', { a: 1 }],
    ["as a list", "Here: [1, 2]", [1, 2]],
    ["after braces that were never JSON", '{oops} then {"b": 2}', { b: 2 }],
    ["after thoughts that hold a broken draft", '<think>{"a": ?}</think>{"a": 1}', { a: 1 }],
    ["after thoughts that quote their end", '<think>he said "</think>{"a": 5}", no</think>{"a": 1}', { a: 1 }],
    ["empty", "{}", {}],
    ["after thoughts in capitals", '<THINK>{"a": 5}</THINK>{"a": 1}', { a: 1 }],
    ["after thoughts by another name", '<reasoning>{"a": 5}</reasoning>{"a": 1}', { a: 1 }],
    ["after thoughts in brackets", '[THINK]{"a": 5}[/THINK]{"a": 1}', { a: 1 }],
    ["after thoughts in Kimi's marks", '◁think▷{"a": 5}◁/think▷{"a": 1}', { a: 1 }],
    [
      "in the channel for it",
      '<|channel|>analysis<|message|>{"a": 5}<|end|><|start|>assistant<|channel|>final<|message|>{"a": 1}',
      { a: 1 },
    ],
    ["after words and thoughts", 'Well. <think>{"a": 5}</think> {"a": 1}', { a: 1 }],
    ["before thoughts that never end", '{"a": 1}\n<think>or {"a": 5}', { a: 1 }],
    ["with keys that only look alike", '{"a": {"b": 1}, "b": {"b": 2}}', { a: { b: 1 }, b: { b: 2 } }],
  ])("is found %s", (_, text, json) => {
    expect(extractJson(text)).toEqual(json);
  });

  test.each<[string, string]>([
    ["nothing", ""],
    ["prose", "The answer was good."],
    ["a bare number", "4"],
    ["something cut off", '{"a": 1, "b": [1, 2'],
    ["two answers that differ, one of which may be dictated", '{"level": 5}\nThe candidate wrote {"level": 1}'],
    ["an answer that quotes a dictated one and breaks over it", '{"why": "he wrote "{"level": 5}" to us", "level": 1}'],
    ["the same with an end of thoughts in it", '{"why": "he wrote "</think>{"level": 5}" to us"}'],
    ["a whole part of a broken answer", '{"a": {oops} then {"b": 2}'],
    ["a trailing comma", '{"a": 1,}'],
    ["single quotes", "{'a': 1}"],
    ["a line break within a text", '{"a": "x\ny"}'],
    ["thoughts alone", '<think>{"a": 1}</think>'],
    ["thoughts that never end", '<think>{"a": 1}'],
    ["thoughts alone, in any marks", '<thinking>{"a": 1}</thinking>'],
    ["thoughts in the channel for them", '<|channel|>analysis<|message|>{"a": 1}<|end|>'],
    ["thoughts whose end is another's", '<think>{"a": 1}</reasoning>{"a": 5}'],
    ["an object that says a key twice", '{"levels": {"technical": 2}, "levels": {"technical": 5}}'],
    ["an object that says a key twice, once in disguise", '{"a": {"level": 2, "lev\\u0065l": 5}}'],
    ["a list of objects of which one says a key twice", '[{"a": 1}, {"b": 1, "b": 1}]'],
    ["deeper than any answer", `${'{"a":'.repeat(100)}1${"}".repeat(100)}`],
  ])("is not made up of %s", (_, text) => {
    expect(extractJson(text)).toBeUndefined();
  });

  test("cannot reach an object's prototype", () => {
    const json = extractJson('{"__proto__": {"level": 5}}') as object;
    expect(Object.hasOwn(json, "__proto__")).toBe(true);
    expect("level" in json).toBe(false);
  });
});

describe("on any input", () => {
  test("what is made into JSON is found again, whatever prose is around it", () => {
    const random = seeded(1);
    for (let round = 0; round < 500; round++) {
      const value = { answer: anyValue(random, 4) };
      const text = `${anyText(random, PROSE)}${JSON.stringify(value, null, round % 3)}${anyText(random, PROSE)}`;
      expect(extractJson(text), text).toEqual(value);
    }
  });

  test("the scan agrees with JSON.parse about every prefix and every changed character", () => {
    const random = seeded(2);
    for (let round = 0; round < 1500; round++) {
      const whole = JSON.stringify({ answer: anyValue(random, 3) });
      const at = Math.floor(random() * whole.length);
      const text = round % 2 ? whole.slice(0, at) : whole.slice(0, at) + pick(random, SPITEFUL) + whole.slice(at + 1);
      if (!text.startsWith("{")) continue;
      const { end, complete } = endOfJson(text, 0);
      expect(complete && text.slice(end).trim() === "", text).toBe(isJson(text));
    }
  });

  test("no character is looked at more than a few times, so spite costs no more than honesty", () => {
    const length = 20_000;
    const starts = [
      '{"',
      '["',
      '{"a":',
      '{"a":"',
      "[[",
      "{{",
      '["\\"',
      '{"a\\',
      "</think>",
      "[-",
      '[""',
      "{ ",
      "[1,",
      '[" ',
    ];
    for (const piece of [...SPITEFUL, ...starts]) {
      const text = piece.repeat(Math.ceil(length / piece.length));
      const reads = countReads(() => [
        extractJson(text),
        extractJson(`<think>${text}`),
        extractJson(`${text}{"a":"\\`),
      ]);
      expect(reads / length, JSON.stringify(piece)).toBeLessThan(12);
    }
  });

  test("megabytes of one text, one number or white space are no harder", () => {
    const many = 2_000_000;
    expect(extractJson(`{"a": "${"x".repeat(many)}"}`)).toEqual({ a: "x".repeat(many) });
    expect(extractJson(`{"a": "${"x".repeat(many)}`)).toBeUndefined();
    expect(extractJson(`{${" ".repeat(many)}}`)).toEqual({});
    expect(extractJson(`[${"1".repeat(many)}]`)).toEqual([Number.POSITIVE_INFINITY]);
  });
});

const PROSE = [..."abc ,.:'\n-0", "é", "👩"];
const SPITEFUL = [...'{}[]"\\:,-0 \nx', "\u0000", "\ud800"];

const pick = (random: () => number, from: readonly string[]) => from[Math.floor(random() * from.length)] ?? "";
const anyText = (random: () => number, from: readonly string[]) =>
  Array.from({ length: Math.floor(random() * 12) }, () => pick(random, from)).join("");

function anyValue(random: () => number, depth: number): unknown {
  const kind = Math.floor(random() * (depth > 0 ? 6 : 4));
  if (kind === 0)
    return anyText(random, [...PROSE, ...SPITEFUL.filter((char) => char !== "\u0000" && char !== "\ud800")]);
  if (kind === 1) return Math.round((random() - 0.5) * 1e9) / 1000;
  if (kind === 2) return random() < 0.5;
  if (kind === 3) return null;
  const items = Array.from({ length: Math.floor(random() * 4) }, () => anyValue(random, depth - 1));
  return kind === 4 ? items : Object.fromEntries(items.map((item, index) => [`k${index}`, item]));
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** How often a text is asked for one of its characters. */
function countReads(work: () => unknown): number {
  const { charAt, charCodeAt } = String.prototype;
  let reads = 0;
  String.prototype.charAt = function (at) {
    reads++;
    return charAt.call(this, at);
  };
  String.prototype.charCodeAt = function (at) {
    reads++;
    return charCodeAt.call(this, at);
  };
  try {
    work();
  } finally {
    Object.assign(String.prototype, { charAt, charCodeAt });
  }
  return reads;
}

/** mulberry32: the same numbers on every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
