/** What somebody can do about a flag, by its code. What explains itself, or says so in its message, is not listed. */
export const advice = {
  not_english: "Ask a colleague who speaks the language to judge this answer.",
  partly_not_english: "Have that part translated before you judge the answer.",
  instructions_in_answer: "Read the whole answer. Quoting such a sentence as an example can be honest.",
  gibberish: "Listen to the recording before you hold it against anybody.",
  question_echo: "Read what is left of the answer beside the question.",
  keyword_stuffing: "Look for sentences that show how the words are used.",
  repetition: "Read the answer once for what it says, not for how often.",
  off_topic: "Read the answer for the same thing in other words.",
  unverified_quote: "Rely on the quotes that are shown: each was found in the answer.",
  unsupported_level: "Look in the answer for what the level claims, and judge by what you find.",
  one_category: "Judge this answer yourself, or have the interview scored again.",
  far_above_rubric: "Read the answer: it may be right in other words, or it may have talked the model into its score.",
  level_out_of_range: "Judge the category that is missing yourself, or have the interview scored again.",
  little_evidence: "Read the answers that have no quote, and judge them yourself.",
  no_answers: "Listen to the recording, or invite the candidate again.",
  partly_answered: "Judge the questions that are not assessed yourself.",
} as const;
