import type { Setback } from "@/lib/client/recorder/recorder.ts";
import type { Issue } from "./use-room.ts";

/** What the recruiter reads of a setback. */
export const SETBACK_ISSUES: Record<Setback, Issue> = {
  failed: { code: "recorder_failed", message: "The browser's recorder gave up and was started again." },
  stalled: { code: "recorder_stalled", message: "The browser's recorder gave no data for a while and was replaced." },
  silent: { code: "recorder_silent", message: "The browser's recorder began and gave no data at all." },
  slept: { code: "computer_slept", message: "The computer slept in the middle of the recording." },
  device_lost: { code: "device_lost", message: "Camera or microphone went away in the middle of the recording." },
};

export const CAMERA_GONE: Issue = {
  code: "no_camera",
  message: "The camera went away: from here on there is sound alone.",
};

export const NO_PICTURE: Issue = {
  code: "recorder_failed",
  message: "The browser could not record the picture. The interview went on with sound alone.",
};

export const CAMERA_BACK: Issue = {
  code: "camera_back",
  message: "The camera came back: from here on there is a picture again.",
};

export const NO_RECORDER: Issue = {
  code: "recorder_failed",
  message: "The browser's recorder did not start. The interview went on without a recording.",
};
