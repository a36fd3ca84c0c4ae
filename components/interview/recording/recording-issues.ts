import type { Issue } from "@/lib/client/room/issue-reports.ts";
import type { RecordingIssue } from "@/lib/client/room/room-recorder.ts";

/** What the recruiter reads of an issue with the recording. */
export const ISSUE_WORDS: Record<RecordingIssue, Issue> = {
  failed: { code: "recorder_failed", message: "The browser's recorder gave up and was started again." },
  stalled: { code: "recorder_stalled", message: "The browser's recorder gave no data for a while and was replaced." },
  silent: { code: "recorder_silent", message: "The browser's recorder began and gave no data at all." },
  slept: { code: "computer_slept", message: "The computer slept in the middle of the recording." },
  device_lost: { code: "device_lost", message: "Camera or microphone went away in the middle of the recording." },
  camera_gone: { code: "no_camera", message: "The camera went away: from here on there is sound alone." },
  camera_back: { code: "camera_back", message: "The camera came back: from here on there is a picture again." },
  no_picture: {
    code: "recorder_failed",
    message: "The browser could not record the picture. The interview went on with sound alone.",
  },
  no_recorder: {
    code: "recorder_failed",
    message: "The browser's recorder did not start. The interview went on without a recording.",
  },
};
