import { neverAsked } from "./criteria.ts";

/**
 * What a person should know before believing a score, by the flag's code. A sentence says what the scorer did: one that does something
 * else now gets another key, `code:which`, and those of earlier scorers stay for what they scored.
 */
export const flags = {
  sandbox:
    "This is the sandbox: the scores are made up at once, from no judgement at all, to show what an analysis looks like.",
  no_answer: "No answer was given to this question.",
  no_transcript:
    "The answer was spoken and there is no transcript of it, so it was not scored. Listen to the recording.",
  too_short: "The answer is too short to judge: it has fewer than three words of content.",
  not_english: "The answer is not in English, which cannot be scored here. Nothing was taken off.",
  partly_not_english:
    "Part of the answer is not in English, which cannot be scored here. That part earned nothing and cost nothing.",
  low_confidence: "The transcript of this answer is uncertain. Listen to the recording before relying on the score.",
  poor_audio: "The microphone sounded poor during this answer. Listen to the recording before relying on the score.",
  unclear_words:
    "The recording of this answer is too unclear for the words that were written down to be trusted, so they were not scored. Nothing was taken off: please listen to the recording.",
  instructions_in_answer: "Part of the answer speaks to the scorer instead of answering. That part earned nothing.",
  gibberish:
    "Most of the answer is not readable as words, so it scores next to nothing. A bad transcript can look like this.",
  question_echo: "The answer mostly repeats the question, and repeating it earns nothing.",
  keyword_stuffing: "The answer lists words without sentences. Words outside sentences were not counted.",
  repetition: "The answer says the same thing several times. Each thing was counted once.",
  off_topic:
    "Nothing that the question asks about was found in the answer. Another wording of a good answer can look like this.",
  nothing_expected:
    "This question has neither keywords of its own nor an ideal answer, so the estimate rests on the form of the answer alone.",
  unverified_quote: "The scorer quoted words that do not stand in the answer. That quotation was left out.",
  unsupported_level:
    "The model gave a level without words of the answer to show for it, or the same words for several. That level was left out.",
  one_category:
    "The model gave a level that counts in one category alone. One is too few for a score, so this answer has none.",
  far_above_rubric:
    "The model's score is far above what the rubric finds in the same words. Read the answer before using the score.",
  "far_above_rubric:not_counted":
    "The model’s score is so far above what the built-in rubric finds in the same words that it does not count: the answer has no score until a person has read it.",
  total_above_rubric:
    "The model’s overall score is far above what the built-in rubric finds in the same answers. Read them before using it.",
  models_disagree:
    "The two models that judged this answer are more than one level apart, or one of them found nothing to go by. The score is their mean: read the answer before using it.",
  level_out_of_range:
    "The model gave a level that does not exist. It was left out, and the category may be missing for it.",
  unstable_score:
    "The model judged this answer differently each time it was asked. Read the answer before using the score.",
  words_left_out:
    "The model wrote its remarks in another language, so they are not shown. The levels and quotations are.",
  no_answers: "No question was answered well enough to be judged, so there are no scores.",
  partly_answered:
    "Fewer than four in five questions could be judged. One without an answer counts as 0, so that leaving questions out raises no score.",
  little_evidence:
    "Fewer than four in five questions have a quotation behind their score, so passing is not recommended without a person's look.",
  ...neverAsked,

  // Of earlier scorers.
  "not_english:rubric":
    "The answer is not in English, which the rubric cannot read. It was not scored and nothing was taken off.",
  "instructions_in_answer:left_out":
    "Part of the answer speaks to the scorer instead of answering. That part was left out and earned nothing.",
  "unsupported_level:lowered":
    "The model gave a level without words of the answer to show for it. A high one was lowered to the middle, any other was left out.",
  "partly_answered:scores_rest":
    "Fewer than four in five questions could be judged, so the scores rest on part of the interview.",
  "indirect_technical:counted":
    "No answered question asked for technical knowledge. This score is estimated from answers that show it anyway.",
  "indirect_technical:others":
    "No answered question asked for technical knowledge. This score is estimated from the other answers.",
  "indirect_communication:counted":
    "No answered question asked for communication. This score is estimated from answers that show it anyway.",
  "indirect_communication:others":
    "No answered question asked for communication. This score is estimated from the other answers.",
  "indirect_problem_solving:counted":
    "No answered question asked for problem solving. This score is estimated from answers that show it anyway.",
  "indirect_problem_solving:others":
    "No answered question asked for problem solving. This score is estimated from the other answers.",
  "indirect_cultural_fit:counted":
    "No answered question asked for cultural fit. This score is estimated from answers that show it anyway.",
  "indirect_cultural_fit:others":
    "No answered question asked for cultural fit. This score is estimated from the other answers.",
} as const;
