import type { ReviewAnalysis, ReviewAnswer, ReviewQuestion, ReviewRecording } from "../../contract/review.ts";
import type { SharedReview } from "../../contract/shared-review.ts";
import type { Shared } from "../../shares/shared-interview.ts";
import type { Locale } from "../../words/locale.ts";
import { presentReview } from "./review.ts";

/**
 * An interview as whoever holds a share link sees it. Field by field: what a review gains later is not shown to strangers by itself.
 * @param token the link's, for the addresses of the recording
 */
export function presentShared({ reviewed, until }: Shared, token: string, locale: Locale): SharedReview {
  const review = presentReview(reviewed, locale);
  const { interview_id, sandbox, state, template, session, candidate, recording, questions, more_questions_after } =
    review;
  const shown = review.standing_analysis ?? review.analysis; // a newer one without scores is our concern
  return {
    interview_id,
    sandbox,
    state,
    template,
    session,
    candidate: { name: candidate.name },
    recording: recording && sharedRecording(recording, token),
    questions: questions.map(sharedQuestion),
    more_questions_after,
    analysis: shown && sharedAnalysis(shown),
    shared_until: until.toISOString(),
  };
}

/** Its usual addresses want a sign-in and name the session. */
function sharedRecording(recording: ReviewRecording, token: string): ReviewRecording {
  const address = (file: number) => `/api/share/${token}/media?file=${file}`;
  return {
    ...recording,
    late_parts: null,
    media_url: recording.media_url && address(1),
    other_files: recording.other_files.map((file, index) => ({ ...file, media_url: address(index + 2) })),
    error: null,
  };
}

/** What counts; earlier takes and notes on how somebody speaks stay inside. */
function sharedQuestion(question: ReviewQuestion): ReviewQuestion {
  const answer = question.answer && sharedAnswer(question.answer);
  return { ...question, answer, retakes: [], coaching: null };
}

/** What speech recognition heard before the candidate corrected it is no caption for strangers either. */
function sharedAnswer(answer: ReviewAnswer): ReviewAnswer {
  const { spoken_text: spoken, recognized_text: recognized } = answer;
  return { ...answer, recognized_text: null, spoken_text: spoken === recognized ? null : spoken };
}

/** Scores with their method; neither costs nor who asked for them. */
function sharedAnalysis(analysis: ReviewAnalysis): ReviewAnalysis {
  return { ...analysis, error: null, calls_summary: null, versions: [] };
}
