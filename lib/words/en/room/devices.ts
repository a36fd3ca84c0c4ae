/** Trying out camera and microphone, and who may hear along. `wanted` is what is to be recorded. */
export const devices = {
  back: "Welcome back",
  ready: "Ready when you are",
  check: "Check your {wanted, select, both {camera and microphone} camera {camera} other {microphone}}",
  "about:first":
    "Nothing is recorded yet. Your browser will ask whether this page may use your {wanted, select, both {camera and microphone} camera {camera} other {microphone}}.",
  "about:back":
    "Your answers so far are safe. Check your {wanted, select, both {camera and microphone} camera {camera} other {microphone}}, and you go on where you stopped.",
  picture_only: "Only your picture is recorded, without sound; you write your answers.",
  "typed:first": "Nothing is recorded in this interview: you write your answers.",
  "typed:back":
    "Nothing is recorded in this interview: you write your answers. Those so far are safe, and you go on where you stopped.",
  these: "{wanted, select, both {Camera and microphone} camera {Camera} other {Microphone}}",

  camera: "Camera",
  microphone: "Microphone",
  camera_number: "Camera {number}",
  microphone_number: "Microphone {number}",

  "picture:soon": "Your picture appears here.",
  "picture:off": "The camera is off. Only your voice is recorded.",
  "picture:none": "This interview needs no camera. Only your voice is recorded.",
  allow_there: "Waiting for your browser. Please allow it there.",
  heard: "We can hear you.",
  say_something: "Say a few words: the bar should move.",

  start: "Start the interview",
  go_on: "Continue the interview",
  turn_on: "Turn on {wanted, select, both {camera and microphone} camera {camera} other {microphone}}",
  try_again: "Try again",
  camera_on: "Turn the camera on",
  without_camera: "Continue without camera",
  type_instead: "Type my answers instead",

  write_along: "Write my words down while I speak",
  write_along_hint:
    "Your browser does this, not we: while you answer, your voice also goes to {service}. Leave it off and nothing does; the recording has every word either way.",
} as const;
