import { event, type Happened } from "../../words/happened.ts";
import type { RecordingIssue } from "./room-recorder.ts";

/** What the recruiter is told of it. */
export const RECORDING_ISSUES: Record<RecordingIssue, Happened> = {
  failed: event("recorder_failed"),
  stalled: event("recorder_stalled"),
  silent: event("recorder_silent"),
  slept: event("computer_slept"),
  device_lost: event("device_lost"),
  camera_gone: event("no_camera"),
  camera_back: event("camera_back"),
  no_picture: event("recorder_failed:picture"),
  no_recorder: event("recorder_failed:at_start"),
};
