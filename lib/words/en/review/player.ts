/** The player of a recording. */
export const player = {
  label: "Recording",
  of: "Recording of {name}",
  captions: "Transcript, timed approximately",
  "captions:timed": "Transcript",
  question_cue: "Question: {text}",
  "beside:words": "This was recorded in another way and plays from a file of its own.",
  "beside:back": "Back to the recording",
  sound_only: "Sound only: there is no picture in this recording.",
  "broken:title": "The recording cannot be played here",
  "broken:reload": "Reload",
  "broken:words": "It is stored safely. Reload the page, try another browser, or <download>download it</download>.",

  play: "Play",
  pause: "Pause",
  back: "Back {seconds} seconds",
  forward: "Forward {seconds} seconds",
  speed: "Speed {speed} times",
  captions_button: "Captions",
  mute: "Mute",
  full: "Full screen",
  leave_full: "Leave full screen",

  questions: "Questions in the recording",
  mark: "Question {position} at {time}: {text}",
  position: "Position in the recording",
  at: "{at} of {length}",
  at_question: "{at} of {length}, question {question}",

  "play:question": "Play question {position} from {time}{file, plural, =1 {} other { of file {file}}}",
  "play:answer": "Play the answer to question {position} from {time}{file, plural, =1 {} other { of file {file}}}",
  "play:take":
    "Play earlier take {take} of question {position} from {time}{file, plural, =1 {} other { of file {file}}}",
  "play:gap": "Play the gap from {time}{file, plural, =1 {} other { of file {file}}}",
  "play:part": "Play this part from {time}{file, plural, =1 {} other { of file {file}}}",
  "play:recording": "Play the recording from {time}{file, plural, =1 {} other { of file {file}}}",
} as const;
