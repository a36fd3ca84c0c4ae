import { expect, test } from "vitest";
import { NOTHING_TO_UPLOAD, type UploadState } from "../../../lib/client/upload/upload-state.ts";
import { describeSaving } from "./describe-saving.ts";

const say = (upload: Partial<UploadState>, now: Partial<Parameters<typeof describeSaving>[1]> = {}) =>
  describeSaving(
    { ...NOTHING_TO_UPLOAD, ...upload },
    { writing: false, struggling: false, inMemory: false, ...now },
    "en",
  );

test("the slice on its way is no reason to worry anybody", () => {
  expect(say({ pendingParts: 1, behindSeconds: 1.2 })).toMatchObject({ kind: "saved", text: "All saved" });
});

test("who falls behind is told by how much, but not read out every second", () => {
  expect(say({ pendingParts: 12, behindSeconds: 12.3 })).toEqual({
    kind: "saving",
    text: "Saving, 12 s behind",
    announced: "Saving",
  });
});

test("offline says that everything is kept", () => {
  expect(say({ online: false, behindSeconds: 31 }).text).toBe("Offline, everything is kept on this device");
  expect(say({}, { writing: true, struggling: true }).text).toBe("Offline, everything is kept on this device");
});

test("offline in a browser that stores nothing says that the page must stay", () => {
  const kept = "Offline, everything is kept on this page: leave it open";
  expect(say({}, { struggling: true, inMemory: true }).text).toBe(kept);
  expect(say({ online: false, bytesInMemory: 1 }).text).toBe(kept);
});

test("an answer on its way is being saved", () => {
  expect(say({}, { writing: true, struggling: false }).text).toBe("Saving");
});

test("a recording that the server refuses is never called saved", () => {
  const stopped = { code: "session_ended", message: "This interview has already ended." };
  expect(say({ stopped, online: true })).toMatchObject({ kind: "failed", text: "Recording not saved" });
});
