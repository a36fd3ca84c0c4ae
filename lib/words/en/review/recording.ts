/** The recording beside a review: what there is of it, what is missing, and what is still on its way. */
export const recording = {
  label: "Recording",
  facts: "<hidden>Recording: </hidden><facts></facts>",
  download: "Download",
  download_mp4: "Download as MP4",
  part: "Part {number}",
  as_received: "What arrived is kept as it came. A player may be able to show some of it:",

  "so_far:title": "This is what has arrived so far",
  "so_far:in_progress": "The candidate left in the middle and is back. The rest follows when the interview has ended.",
  "so_far:left": "The candidate left without finishing. The recording grows if they come back.",
  "more:title": "More of this recording has arrived",
  "more:words": "A longer version is being made and will replace this one by itself.",

  "in_progress:title": "The interview is being taken right now",
  "in_progress:words": "The recording can be watched here soon after it has ended.",
  "interrupted:title": "The interview was interrupted",
  "interrupted:words":
    "Nothing comes from the candidate at the moment. After ten minutes, what has arrived can be watched here; the rest follows when they come back.",
  "nothing:title": "Nothing was recorded",
  "nothing:words": "Neither picture nor sound has come from this interview.",
  "not_yet:title": "Nothing was recorded yet",
  "not_yet:words": "There will be a recording as soon as the interview was taken.",
  "unfinished:title": "The interview was not finished",
  "unfinished:words": "Its link ended before the candidate did. What had arrived until then is kept.",
  "failed:title": "The recording could not be prepared",
  "failed:kept": "Everything that arrived is kept.",
  "failed:unknown": "Its parts could not be joined into one file.",
  "preparing:title": "Preparing the recording",
  "preparing:words": "Usually done within a minute. This page shows it by itself; the answers can be read meanwhile.",
  "not_received:title": "No recording was received",
  "not_received:words":
    "Neither picture nor sound reached us during this interview. The answers below are as the candidate sent them.",

  gaps: "{count, plural, =1 {A piece is missing} other {{count} pieces are missing}}",
  "gaps:list": "Missing pieces",
  gap: "{seconds, plural, =1 {{length} is missing here} other {{length} are missing here}}",
  "gap:unknown": "Something is missing here",
  "gap:moment": "Less than a second is missing here",

  "others:title": "Parts of this interview are in files of their own",
  "others:words":
    "They were recorded in another way. Questions and quotes play from them where they were recorded there.",
  "others:place": "{length}, at {at} of the recording",
  "others:as_received": "as it was received",

  "late:title": "{waiting, plural, =1 {1 part waits at the candidate} other {{waiting} parts wait at the candidate}}",
  "late:accept": "Accept late parts",
  "late:closed":
    "They were recorded and came too late. The browser that has them keeps them for {days} days and asks once an hour. {may, select, accept {Accepted, they become a new version of the recording.} other {An owner or a recruiter can accept them.}}",
  "late:open":
    "They were recorded and have not arrived. They are taken until <until></until>, or until somebody decides, and come by themselves when the browser that has them is opened again.",
  "late:refused": "They were not accepted.",
  "late:accepted": "Late parts are accepted",
} as const;
