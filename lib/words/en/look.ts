/**
 * Why a person must look at an interview before its scores are believed: a sentence by the reason, a few words for a line of a list as
 * `reason:brief`, and both `…counted` where it is known how many questions it is about.
 */
export const look = {
  manipulation:
    "Part of an answer speaks to the scorer instead of answering. That part earned nothing; read the whole answer.",
  "manipulation:brief": "Speaks to the scorer",
  audit_failed:
    "The nightly check of this template found that its scores move by what must not move them. Until it holds again they recommend nothing; judge by the answers.",
  "audit_failed:brief": "Scores failed their check",
  no_answers: "No question has an answer that could be judged, so there are no scores.",
  "no_answers:brief": "No answers to judge",
  unvouched_questions:
    "Some questions were worded by the candidate’s side and nobody of yours vouches for them. They were judged as general questions, by nothing that was sent along.",
  "unvouched_questions:brief": "Not your questions",
  "unvouched_questions:counted":
    "{unvouched, plural, =1 {1 question was worded by the candidate’s side and nobody of yours vouches for it. It was judged as a general question, by nothing that was sent along.} other {{unvouched} questions were worded by the candidate’s side and nobody of yours vouches for them. They were judged as general questions, by nothing that was sent along.}}",
  not_all_asked: "Not all of the interview’s questions were asked.",
  "not_all_asked:brief": "Not all questions asked",
  "not_all_asked:counted":
    "{unasked} of the interview’s {total} questions {unasked, plural, =1 {was} other {were}} not asked.{asked, plural, =0 {} other { What was not asked counts as 0.}}",
  "not_all_asked:brief_counted": "{asked} of {total} questions asked",
  other_words:
    "Some of the interview’s questions were asked in other words than yours. The answers are judged by yours.",
  "other_words:brief": "Asked in other words",
  "other_words:counted":
    "{otherWords, plural, =1 {1 of the interview’s questions was} other {{otherWords} of the interview’s questions were}} asked in other words than yours. The answers are judged by yours.",
  not_all_answered: "Not all questions have an answer. One without an answer counts as 0.",
  "not_all_answered:brief": "Not all answered",
  "not_all_answered:counted":
    "{unanswered, plural, =1 {1 question has} other {{unanswered} questions have}} no answer that could be judged. Each counts as 0.",
  "not_all_answered:brief_counted": "{answered} of {total} answered",
  not_readable:
    "An answer could not be read here: it was spoken without a transcript, or it is not in English. Listen to the recording.",
  "not_readable:brief": "An answer could not be read",
  unclear_sound: "The sound of an answer or its transcript is doubtful. Listen before you rely on the score.",
  "unclear_sound:brief": "Unclear sound",
  unusual_answer:
    "An answer is not what it seems: its own card says what was noticed. Read it before you rely on the score.",
  "unusual_answer:brief": "An unusual answer",
  nothing_expected:
    "Of an answer nobody wrote down what is right, so its score rests on how it is told. Such a score recommends nothing. Judge by the answers.",
  "nothing_expected:brief": "Nothing to compare with",
  unsure_scorer: "The scorer contradicted itself or could not show what a level rests on. Judge by the answers.",
  "unsure_scorer:brief": "The scorer was unsure",
  little_evidence: "Fewer than four in five questions have a quotation behind their score.",
  "little_evidence:brief": "Little evidence",
  weak_category: "The overall score is high enough, but an area that the interview insists on is below 50.",
  "weak_category:brief": "One area is weak",
  cuts_not_set:
    "The limits of this interview are proposed, not validated: nobody has set them by rated interviews for the scorer that was used. It suggests nothing by them.",
  "cuts_not_set:brief": "Limits not validated",
  near_a_cut: "The overall score is less than 5 points from a limit. It is not exact enough to say on which side.",
  "near_a_cut:brief": "Near a limit",
  band_crosses_cut:
    "What the overall score could as well have been reaches over a limit. It is not exact enough to say on which side.",
  "band_crosses_cut:brief": "Not exact enough",
  between_cuts: "The overall score lies between the two limits, where it suggests neither.",
  "between_cuts:brief": "Between the limits",
  person_fails: "This interview recommends nobody to be declined without a person’s look.",
  "person_fails:brief": "You decide on low scores",
  basis: "{scored} of {total}",
} as const;
