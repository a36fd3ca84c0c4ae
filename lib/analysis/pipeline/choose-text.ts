import type { InterviewAnswer } from "./interview-input.ts";
import type { CheckedAnswer } from "./pre-check.ts";

export type TextSource = "candidate" | "transcript";

/**
 * Which text of an answer is judged: the candidate's own, possibly corrected, where there is one, otherwise the newest
 * transcript of the recording. Neither is changed. `source` is null where there is nothing to read.
 */
export function chooseText(answer: InterviewAnswer): CheckedAnswer & { source: TextSource | null } {
  const { skipped, audioQuality, transcript } = answer;
  if (answer.text.trim() !== "") {
    const { text, confidence } = answer;
    return { source: "candidate", text, skipped, confidence, audioQuality, language: null };
  }
  if (transcript && transcript.text.trim() !== "")
    return { source: "transcript", skipped, audioQuality, ...transcript };
  return { source: null, text: "", skipped, confidence: null, audioQuality, language: null };
}
