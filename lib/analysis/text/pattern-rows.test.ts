import { describe, expect, it, test } from "vitest";
import { ASSESSMENT_WORDS } from "./assessment-words.ts";
import { DISGUISES } from "./disguises.ts";
import { readingsOf } from "./hidden-text.ts";
import { isInstruction } from "./injection.ts";
import { INJECTIONS } from "./injections/rows.ts";
import type { PatternRow } from "./pattern-row.ts";
import { STORIES } from "./stories.ts";

const asWritten = (text: string) => [text];
const TABLES: [string, readonly PatternRow[], (text: string) => string[]][] = [
  ["injections", INJECTIONS, readingsOf],
  ["stories", STORIES, readingsOf],
  ["words of assessment", ASSESSMENT_WORDS, readingsOf],
  ["disguises", DISGUISES, asWritten],
];

describe.each(TABLES)("%s", (_, rows, readings) => {
  const namesOf = (text: string) => {
    const seen = readings(text);
    return rows.filter(({ pattern }) => seen.some((one) => one.search(pattern) >= 0)).map(({ name }) => name);
  };

  it.each(rows)("$name: $says", (row) => {
    for (const text of row.catches) expect(namesOf(text), text).toContain(row.name);
    for (const text of row.spares) expect(namesOf(text), text).not.toContain(row.name);
    const alone = row.catches.filter((text) => namesOf(text).length === 1);
    expect(alone.length > 0 || row.beside, `others catch all of it: ${row.catches.map(namesOf)}`).toBeTruthy();
    expect(alone.length > 0 && row.beside, "it has a reason that it does not need").toBeFalsy();
  });

  it("names each row once", () => {
    const names = rows.map(({ name }) => name);
    expect(names).toEqual([...new Set(names)]);
  });
});

test.each(INJECTIONS)(
  "$name: what it catches is left out of an answer, what it spares is not",
  ({ catches, spares }) => {
    for (const text of catches) expect(isInstruction(text), text).toBe(true);
    for (const text of spares) expect(isInstruction(text), text).toBe(false);
  },
);
