/** What is being recorded and saved, and what has happened to it. */
export const recording = {
  on: "Recording",
  off: "Not recording",
  level: "Microphone level",
  picture: "Your camera picture",

  "saving:failed": "Recording not saved",
  "saving:offline": "Offline, everything is kept on this {place, select, page {page: leave it open} other {device}}",
  "saving:behind": "Saving, {seconds} s behind",
  "saving:now": "Saving",
  "saving:done": "All saved",

  "stopped:title": "The recording cannot be saved any further",
  "stopped:words": "What was recorded so far is safe. Please write your answers from here on.",
  "full:title": "Recording pauses: this device has no space left",
  "full:words":
    "Everything up to here is kept. Recording goes on by itself as soon as some of it has been sent, or when you free space on this device. You can also go on by writing.",
  "interrupted:title": "Your camera or microphone has stopped",
  "interrupted:words": "Everything up to here is safe. You can also go on by writing.",
  turn_on: "Turn it on again",
  allow_there: "Waiting for your browser. Please allow it there if it asks.",
  "no_picture:title": "Your browser cannot record your picture. Your voice is recorded.",
  "no_picture:words": "Nothing else changes, and the people who invited you are told why there is no picture.",
  "nothing:title": "Your browser does not record",
  "nothing:words":
    "Neither picture nor sound is recorded now. Please write your answers: they count in full, and the people who invited you are told why. You can also open your link in another browser and go on there.",
  try_again: "Try again",
  "camera_gone:words":
    "Everything is kept, and you can simply go on. Your picture comes back by itself as soon as the camera does.",
  camera_on: "Turn the camera on",

  failed: "Your browser stopped recording for a moment. We started it again.",
  stalled: "Your browser stopped recording for a moment. We started it again.",
  silent: "Your browser stopped recording for a moment. We started it again.",
  slept: "Your computer was asleep. Recording goes on now.",
  device_lost: "Your camera or microphone went away for a moment. Recording goes on now.",
  camera_gone: "Your camera has gone. Recording goes on with your voice alone.",
  camera_back: "Your camera is back. Recording goes on with your picture.",
  went_on: "Everything up to then is kept. If you were in the middle of a sentence, please say it again.",
} as const;
