import { expect, test } from "vitest";
import { ClientError, NetworkError } from "../fetch-json.ts";
import { waitMs } from "./heard-words-query.ts";

const answer = (state: "waiting" | "written" | "none", text: string | null = null) => ({
  ...{ answer_id: crypto.randomUUID(), question_id: crypto.randomUUID(), number: 1, question: "Why?" },
  ...{ state, text, credit: null, corrected: false },
});
const WAITING = [answer("waiting")];
const WRITTEN = [answer("written", "So."), answer("none")];
const MINUTE = 60_000;
const wait = (answers: typeof WAITING | undefined, nowMs: number, count = 1, error: Error | null = null) =>
  waitMs({ answers, error }, { sinceMs: 0, count }, nowMs);

test("what is being written down is asked for every three seconds, after a minute less often", () => {
  expect([wait(WAITING, 0), wait(WAITING, MINUTE - 1), wait(WAITING, MINUTE), wait(WAITING, 30 * MINUTE)]).toEqual([
    3_000, 3_000, 15_000, 15_000,
  ]);
});

test("nothing is asked for while nothing is waited for", () => {
  expect(wait(WRITTEN, 0, 2)).toBeNull();
  expect(wait([], 0, 0)).toBeNull();
});

test("an answer that is on its way is expected for a minute", () => {
  expect([wait(undefined, 0), wait(WRITTEN, 0, 3), wait(WRITTEN, MINUTE, 3)]).toEqual([3_000, 3_000, null]);
});

test("without a network it is asked for less often, and after a refusal that stands not at all", () => {
  expect(wait(WAITING, 0, 1, new NetworkError(null))).toBe(15_000);
  expect(wait(WAITING, 0, 1, new ClientError(409, "session_ended", "Over."))).toBeNull();
});
