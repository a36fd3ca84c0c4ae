import { expect, test } from "vitest";
import { parseCandidateId, parseUuid } from "./ids.ts";
import { formatListPosition, parseListPosition } from "./list-position.ts";

const createdAt = new Date("2027-01-31T12:34:56.789Z");
const id = "3f2c0a52-7d0e-4a53-9b0e-0d8f2f0f8a11";

test("a position is read back as it was written, whatever its list has for ids", () => {
  expect(parseListPosition(formatListPosition({ createdAt, id }), parseUuid)).toEqual({ createdAt, id });
  expect(parseListPosition(formatListPosition({ createdAt, id: 7 }), parseCandidateId)).toEqual({ createdAt, id: 7 });
});

test.each(["", "x", "1_2", `_${id}`, `-1_${id}`, `999999999999999_${id}`, `1_${id}x`, "1_7"])(
  "%j is the position of no list of UUIDs",
  (text) => {
    expect(parseListPosition(text, parseUuid)).toBeNull();
  },
);
