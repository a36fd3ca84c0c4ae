/**
 * What happened in an interview, by the event's code: technical issues and lines of its log. Where a code says several things, a key is
 * `code:which`. Reports that read the database by SQL have the same sentences (session_event_words), and a test holds them together.
 */
export const events = {
  // The sitting.
  session_started: "The interview session started.",
  session_resumed: "The candidate came back to the interview.",
  session_claimed:
    "{epoch, plural, =1 {The interview's page is ready to record.} other {Another page goes on recording.}}",
  session_silent: "Nothing came for ten minutes. What has arrived is made ready; the rest is taken when it comes.",
  session_ended: "The interview session ended.",
  session_abandoned:
    "The candidate left without finishing, and the invitation is over: the session was ended for them.",

  // The candidate's page.
  camera_back: "The camera came back: from here on there is a picture again.",
  computer_slept: "The computer slept in the middle of the recording.",
  device_lost: "Camera or microphone went away in the middle of the recording.",
  no_camera: "The camera went away: from here on there is sound alone.",
  "no_camera:at_start": "The candidate went on without a camera.",
  "no_camera:for_good": "The camera went away and did not come back: from here on there is sound alone.",
  "no_recording:by_choice": "The candidate types the answers; nothing is recorded (by choice).",
  no_recording: "The candidate types the answers; nothing is recorded ({why}).",
  recorder_failed: "The browser's recorder gave up and was started again.",
  "recorder_failed:at_start": "The browser's recorder did not start. The interview went on without a recording.",
  "recorder_failed:picture": "The browser could not record the picture. The interview went on with sound alone.",
  recorder_silent: "The browser's recorder began and gave no data at all.",
  recorder_stalled: "The browser's recorder gave no data for a while and was replaced.",

  // What arrived.
  new_words:
    "Words of {count, plural, =1 {1 spoken answer} other {{count} spoken answers}} came or were put right after the answers had been scored. They are scored again.",
  late_sound:
    "Parts of the recording came late. Spoken answers that sound otherwise since are written down again: {count}.",
  no_media_received: "No part of a recording was received during this interview.",
  part_conflict:
    "Other bytes arrived for part {seq} of segment {segment} than before; they were not taken ({length} bytes, SHA-256 {sha256}).",
  "part_conflict:kept": "Two different recordings arrived for part {seq} of segment {segment}. Both were kept.",
  sound_unreadable:
    "The sound of the answers is damaged in a way that takes too long to read: what was only spoken is not written down.",

  // What the recording lacks, segment by segment.
  segment_unreadable: "Segment {segment} can't be played.",
  segment_piece_unreadable: "Segment {segment} was begun anew, and a piece of it can't be played.",
  segment_part_missing:
    "Segment {segment} lacks {parts, plural, =1 {a part} other {{parts} parts}}: {seconds, number, ::.0 group-off} s are missing at {at, number, ::.0 group-off} s.",
  "segment_part_missing:ends": "Segment {segment} ends before part {part}, which is missing.",
  segment_cut_short: "Segment {segment} breaks off before its end.",
  segment_jump:
    "Segment {segment} has nothing for {seconds, number, ::.0 group-off} s at {at, number, ::.0 group-off} s: the recorder paused, or what was there is damaged.",
  segment_incompatible: "Segment {segment} was recorded in another way and is in a file of its own.",
  "segment_incompatible:left_out": "Segment {segment} was recorded in another way and was left out.",
  segment_limit_reached: "Segment {segment} is damaged in a way that takes too long to read, and was left out.",
  segment_reader_ended: "Segment {segment} is damaged in a way that nothing here can read, and was left out.",
  segment_video_unreadable: "Segment {segment} has a picture that can't be read.",
  segment_audio_unreadable: "Segment {segment} has sound that can't be read.",
  segment_video_another: "Segment {segment} has more than one picture; only the first is in the file.",
  segment_audio_another: "Segment {segment} has more than one sound track; only the first is in the file.",
  segment_picture_changes:
    "Segment {segment} changes the size of its picture, or how that is written; some players do not show what comes after.",
  segment_video_described_again:
    "Segment {segment} describes its picture in more than one way; what comes after the change may not be shown.",
  segment_audio_described_again:
    "Segment {segment} describes its sound in more than one way; what comes after the change may not be heard.",
  segments_more: "{more} more faults of its segments are not listed.",

  // Why there is no file.
  recording_nothing_readable: "None of the recording's segments can be played.",
  "recording_nothing_readable:whole": "The recording can't be played.",
  "recording_nothing_readable:nothing": "There is nothing to write.",
  "recording_not_verified:no_length": "The finished recording is not right: the file does not say how long it is.",
  "recording_not_verified:length":
    "The finished recording is not right: the file says {said} s, but {written} s were written.",
  "recording_not_verified:tracks": 'The finished recording is not right: the file has the tracks "{tracks}".',
  "recording_not_verified:turn": "The finished recording is not right: the picture is not turned as it was.",
  "recording_not_verified:moment": "The finished recording is not right: nothing of the {track} can be read at {at} s.",
  "recording_not_verified:reader": "The finished recording is not right: {fault}.",
  recording_limit_reached:
    "Reading the recording took more {limit, select, memory {memory} other {computing time}} than anything of its size does.",
  recording_reader_ended: "What reads the recording broke down over it ({how}).",
  "recording_reader_ended:not_told": "What reads the recording could not be told what to read.",
  recording_gave_up: "The recording could not be prepared because of an error on our side.",
} as const;
