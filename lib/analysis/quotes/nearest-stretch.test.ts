import { expect, test } from "vitest";
import { nearestStretch } from "./nearest-stretch.ts";

test("finds the stretch that takes the fewest edits, and says how many", () => {
  expect(nearestStretch("xx hello world yy", "hello world", 2)).toEqual({ from: 3, to: 14, edits: 0 });
  expect(nearestStretch("xx helo wurld yy", "hello world", 2)).toEqual({ from: 3, to: 13, edits: 2 });
  expect(nearestStretch("xx helo wurld yy", "hello world", 1)).toBeNull();
  expect(nearestStretch("abc", "", 1)).toBeNull();
  expect(nearestStretch("", "abc", 1)).toBeNull();
});

test("agrees with computing every cell", () => {
  let state = 7;
  const random = (below: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
  const text = (length: number) => Array.from({ length }, () => "abc"[random(3)]).join("");
  for (let round = 0; round < 500; round++) {
    const [long, short, most] = [text(1 + random(30)), text(1 + random(8)), random(4)];
    const near = nearestStretch(long, short, most);
    const least = fewestEdits(long, short);
    if (least > most) expect(near).toBeNull();
    else {
      expect(near?.edits).toBe(least);
      expect(distance(long.slice(near?.from, near?.to), short)).toBe(least);
    }
  }
});

function fewestEdits(text: string, pattern: string): number {
  let least = pattern.length;
  for (let from = 0; from <= text.length; from++)
    for (let to = from; to <= text.length; to++) least = Math.min(least, distance(text.slice(from, to), pattern));
  return least;
}

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (const [at, character] of [...a].entries()) {
    const next = [at + 1];
    for (let to = 1; to <= b.length; to++)
      next.push(
        Math.min((next[to - 1] ?? 0) + 1, (row[to] ?? 0) + 1, (row[to - 1] ?? 0) + (b[to - 1] === character ? 0 : 1)),
      );
    row = next;
  }
  return row[b.length] ?? 0;
}
