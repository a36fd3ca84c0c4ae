/** Past forms that are not made with -ed and that questions on experience use. */
const IRREGULAR =
  "(?:made|led|took|had|was|were|got|gave|did|built|brought|taught|learnt|dealt|went|wrote|found|ran|kept|chose|overcame|won|lost|held|saw|met|spoke|told|felt|fell|broke|left|stood|grew|began|came|sold|spent|drove)";
/** Verbs in -eed and the like are of the present. */
const PAST = `(?:(?!(?:need|exceed|succeed|proceed|feed|speed|embed|seed|heed|shed)\\b)\\w+ed|${IRREGULAR})`;

const EXPERIENCE: readonly RegExp[] = [
  // "a mistake that you made", "when you recently had to wait", "how did you solve it"
  new RegExp(`\\byou (?:\\w+ly |ever |once |last |yourself )?${PAST}\\b`, "i"),
  /\b(?:did|were|was) you\b/i,
  // "something that you have taught yourself", "have you ever led"; "you have a patient" and "you have to" are of the present
  new RegExp(`\\b(?:you have|you've|have you)(?: ever| recently| already| yourself)? ${PAST}\\b`, "i"),
  /\b(?:a|an|one|another) (?:\w+ )?(?:time|occasion|instance) (?:when|where|in which)\b/i,
  // "your experience with databases", "your proudest moment", "about yourself"
  /\byour (?:\w+ ){0,2}(?:experiences?|background|career|achievements?|accomplishments?|mistakes?|failures?|success(?:es)?|internships?)\b|\babout yourself\b/i,
  /\byour (?:last|previous|current|recent|latest|best|proudest|greatest|biggest|hardest|toughest|favou?rite|most \w+) (?:\w+ )?(?:challenge|project|moment|role|job)\b/i,
];
const ASKS = /\?\s*$|\b(?:tell|describe|share|talk|give|walk|name|recall|explain|think of|discuss)\b/i;
/** Neither what is imagined nor what was heard in a lecture was lived through. */
const NOT_LIVED = /\b(?:assum(?:e|ing)|suppos(?:e|ing)|imagin(?:e|ing)|let us say|let's say|what if|if|lectures?)\b/i;

/** Whether a question asks for something that the speaker has lived through, by its wording; "suppose you were asked to" does not. */
export function asksForExperience(question: string): boolean {
  return question
    .split(/(?<=[.?!])\s+/)
    .some(
      (sentence) =>
        ASKS.test(sentence) && !NOT_LIVED.test(sentence) && EXPERIENCE.some((pattern) => pattern.test(sentence)),
    );
}

/** How an ideal answer begins that is described instead of given: "Names a concrete case and says what was done". */
const DESCRIBES =
  /^\W*(?:a|an|one) (?:real|concrete|specific|genuine|honest|clear|good|strong) |^\W*(?:ideally,? )?(?:names|describes|explains|states|shows|tells|mentions|demonstrates|discusses|outlines|cites|reflects)(?= (?:on|the|an?|what|how|why|who|where|when|that|one|two|some|both|real|concrete|specific|clearly)\b)|\b(?:the|a good|a strong|an ideal) (?:candidate(?! keys?\b)|applicant|interviewee)\b/i;

/** Whether an ideal answer says what a good answer is like; a good answer then need not share its words. */
export function describesAnswer(idealAnswer: string): boolean {
  return DESCRIBES.test(idealAnswer);
}
