/**
 * Whether a question was passed over: nothing was written, and the client does not say that the candidate spoke. Who
 * speaks where no transcript can be made has answered, and is not to be called silent.
 */
export function wasSkipped({ text, answeredBy }: { text: string; answeredBy: string | null }): boolean {
  return text.trim() === "" && answeredBy !== "voice" && answeredBy !== "both";
}
