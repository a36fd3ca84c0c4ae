/** Something that is not in the file although it should be. The parts stay where they are, so a later version can do better. */
export type JoinWarning = {
  /** Index in the list of segments given. */
  segment: number;
  code: WarningCode;
  /** One sentence for a person. */
  message: string;
};

const SENTENCES = {
  /** Nothing of the segment can be played; its beginning is missing or damaged. */
  unreadable: "can't be played.",
  /** The recorder was begun anew within it, and what it left one of the times can't be played. */
  piece_unreadable: "was begun anew, and a piece of it can't be played.",
  /** It is in the file except for missing parts and what can't be read without them. */
  part_missing: "lacks parts.",
  /** It is in the file up to where its bytes become unreadable or end too early. */
  cut_short: "breaks off before its end.",
  /** There is time in it of which nothing can be read. */
  jump: "has nothing for a while.",
  /** Codec, frame size, turn of the picture or sound format differ from the rest of the recording: it is in a side file. */
  incompatible: "was recorded in another way and is in a file of its own.",
  /** A process had to be ended over it. */
  limit_reached: "is damaged in a way that takes too long to read, and was left out.",
  reader_ended: "is damaged in a way that nothing here can read, and was left out.",
  video_unreadable: "has a picture that can't be read.",
  audio_unreadable: "has sound that can't be read.",
  video_another: "has more than one picture; only the first is in the file.",
  audio_another: "has more than one sound track; only the first is in the file.",
  /** Its size or the like, in parameter sets of H.264 or H.265: it is all in the file, and players differ in what they make of it. */
  picture_changes:
    "changes the size of its picture, or how that is written; some players do not show what comes after.",
  /** An MP4 with several sample descriptions. */
  video_described_again: "describes its picture in more than one way; what comes after the change may not be shown.",
  audio_described_again: "describes its sound in more than one way; what comes after the change may not be heard.",
} as const;

export type WarningCode = keyof typeof SENTENCES;

/** @param what instead of the usual words, for who knows more */
export function says(code: WarningCode, segment: number, what: string = SENTENCES[code]): JoinWarning {
  return { segment, code, message: `Segment ${segment} ${what}` };
}
