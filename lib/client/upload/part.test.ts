import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { cutSlice, sha256Hex } from "./part.ts";

test("a slice that fits into one request stays whole", async () => {
  const [only, ...more] = cutSlice(new Blob(["abc"]), { seq: 4, offset: 100 }, 3);
  expect(more).toEqual([]);
  expect(only).toMatchObject({ seq: 4, offset: 100 });
  expect(await only?.bytes.text()).toBe("abc");
});

test("a larger slice is cut in order, and its pieces are the slice again", async () => {
  const pieces = cutSlice(new Blob(["abcdefgh"]), { seq: 0, offset: 50 }, 3);
  expect(pieces.map(({ seq, offset }) => [seq, offset])).toEqual([
    [0, 50],
    [1, 53],
    [2, 56],
  ]);
  expect(await new Blob(pieces.map(({ bytes }) => bytes)).text()).toBe("abcdefgh");
});

test("an empty slice is no part", () => {
  expect(cutSlice(new Blob([]), { seq: 0, offset: 0 })).toEqual([]);
});

test("the hash is SHA-256 in lower-case hex", async () => {
  expect(await sha256Hex(new Blob(["abc"]))).toBe(createHash("sha256").update("abc").digest("hex"));
});
