import { expect, it } from "vitest";
import { assertKey } from "../../storage/storage.ts";
import { partKey, recordingKey } from "./recording-keys.ts";

it("names a recording as the contract does", () => {
  expect(recordingKey(123, 1_234_567_890, "webm")).toBe("recordings/interview_session_123_1234567890.webm");
  expect(recordingKey(123, 1_234_567_890.9, "mp4")).toBe("recordings/interview_session_123_1234567890.mp4");
});

it("gives different bodies of one part different keys", () => {
  const key = (sha256: string) => partKey("11111111-2222-4333-8444-555555555555", 0, 7, sha256);
  expect(key("a".repeat(64))).not.toBe(key("b".repeat(64)));
  expect(() => assertKey(key("a".repeat(64)))).not.toThrow();
});
