import { expect, test } from "vitest";
import { ROOM_RECORDING, roomRecording } from "./room-recording.ts";

test("the room records in HD, with sound and picture, where nobody has decided otherwise", () => {
  expect(roomRecording(null)).toEqual(ROOM_RECORDING);
  expect(roomRecording({})).toEqual(ROOM_RECORDING);
});

test.each([
  { quality: "SD" as const },
  { quality: { width: 320, height: 240, frame_rate: 15, bitrate: 200_000 } },
  { video: false },
  { audio: false },
  { audio: false, video: false },
  { format: "mp4" as const },
])("who starts a session decides: %j", (config) => {
  expect(roomRecording(config)).toEqual({ ...ROOM_RECORDING, ...config });
});

test("what a candidate chose on one visit does not bind the next", () => {
  expect(roomRecording({ audio: false, video: false, chosen_by: "candidate" })).toEqual(ROOM_RECORDING);
});
