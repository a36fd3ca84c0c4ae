import { expect, test } from "vitest";
import { ClientError, NetworkError } from "./fetch-json.ts";
import { isPassing, retryDelayMs } from "./retry.ts";

const network = new NetworkError(new TypeError("fetch failed"));

test("the wait doubles from half a second and never passes half a minute", () => {
  const longest = () => 1;
  const waits = [0, 1, 2, 3, 6, 50].map((failures) => retryDelayMs(failures, network, undefined, longest));
  expect(waits).toEqual([500, 1000, 2000, 4000, 30_000, 30_000]);
});

test("chance moves the wait within its upper half", () => {
  expect(retryDelayMs(1, network, undefined, () => 0)).toBe(500);
});

test("a server that says when is waited for, even past the longest wait", () => {
  const full = new ClientError(507, "storage_full", "The disk is full.", { retryAfterSeconds: 60 });
  expect(retryDelayMs(0, full)).toBe(60_000);
});

test("only what may pass is tried again", () => {
  const refusal = (status: number) => new ClientError(status, "x", "x");
  expect([500, 503, 507, 429, 408].map((status) => isPassing(refusal(status)))).toEqual([true, true, true, true, true]);
  expect([400, 401, 404, 409, 410, 422].some((status) => isPassing(refusal(status)))).toBe(false);
  expect(isPassing(network)).toBe(true);
  expect(isPassing(new Error("a bug of ours"))).toBe(false);
});
