/**
 * Whether a question was passed over: nothing was written, and the client does not say that the candidate spoke. Who
 * speaks where no transcript can be made has answered, and is not to be called silent.
 */
export function wasSkipped({ text, answeredBy }: { text: string; answeredBy: string | null }): boolean {
  return text.trim() === "" && answeredBy !== "voice" && answeredBy !== "both";
}

export type GivenWords = {
  text: string;
  answeredBy: string | null;
  /** What the browser's speech recognition had heard, where the candidate changed it. */
  recognizedText: string | null;
  /** What models heard in the recording, newest first. */
  transcripts: readonly { text: string }[];
};

/**
 * Whether an answer's own text was said aloud. Text that was typed, wholly or in part, was not; a client that does not say how it was
 * answered is taken to send what it heard, as the contract's own does.
 */
export function isTextSpoken({ answeredBy }: { answeredBy: string | null }): boolean {
  return answeredBy === null || answeredBy === "voice";
}

/** Everything that was said aloud in an answer, in every wording there is of it, the best one first. */
export function spokenWordings(answer: GivenWords): string[] {
  const heard = answer.transcripts.map(({ text }) => text);
  const own = isTextSpoken(answer) ? [answer.text, ...heard] : heard;
  return [...own, answer.recognizedText ?? ""].filter((text) => text.trim() !== "");
}
