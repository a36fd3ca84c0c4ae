import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { listPage, positionCursor, readCandidateCursor, readCursor, readPositionCursor } from "./cursor.ts";

const at = new Date("2027-01-31T12:34:56.789Z");

test("a cursor leads back to the last row that was shown, and the last page has none", () => {
  const rows = [randomUUID(), randomUUID(), randomUUID()].map((id) => ({ id, createdAt: at }));
  const { data, next_cursor } = listPage(rows, 2, ({ id }) => id);
  expect(data).toEqual([rows[0]?.id, rows[1]?.id]);
  expect(readCursor(next_cursor ?? undefined)).toEqual(rows[1]);
  expect(listPage(rows, 3, ({ id }) => id).next_cursor).toBeNull();
  expect(listPage([], 3, () => null)).toEqual({ data: [], next_cursor: null });
});

test("candidates are found again by their numbers", () => {
  const { next_cursor } = listPage(
    [
      { id: 7, createdAt: at },
      { id: 6, createdAt: at },
    ],
    1,
    ({ id }) => id,
  );
  expect(readCandidateCursor(next_cursor ?? undefined)).toEqual({ id: 7, createdAt: at });
});

test("a position is found again, and no cursor begins at the first", () => {
  expect(readPositionCursor(positionCursor(2_500))).toBe(2_500);
  expect(readPositionCursor(undefined)).toBe(0);
  expect(() => readPositionCursor(positionCursor(2 ** 40))).toThrow("invalid_fields");
});

test.each(["", "x", "MTIz", Buffer.from(`1_${randomUUID()}x`).toString("base64url"), "💥", "a".repeat(200)])(
  "%j was never given by a list",
  (cursor) => {
    const refused = expect.objectContaining({
      code: "invalid_fields",
      issues: [expect.objectContaining({ path: "cursor" })],
    });
    expect(() => readCursor(cursor)).toThrow(refused);
    expect(() => readCandidateCursor(cursor)).toThrow(refused);
    if (cursor !== "MTIz") expect(() => readPositionCursor(cursor)).toThrow(refused);
  },
);

test("a cursor of one kind of list is none of another", () => {
  const { next_cursor } = listPage(
    [
      { id: 7, createdAt: at },
      { id: 6, createdAt: at },
    ],
    1,
    ({ id }) => id,
  );
  expect(() => readCursor(next_cursor ?? undefined)).toThrow();
});
