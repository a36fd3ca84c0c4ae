/** Past forms that are not made with -ed and that questions on experience use. */
const IRREGULAR =
  "(?:made|led|took|had|was|were|got|gave|did|built|brought|taught|learnt|dealt|went|wrote|found|ran|kept|chose|overcame|won|lost|held|saw|met|spoke|told|thought|felt|fell|broke|left|set|put|said|stood|grew|began|came|knew|sold|spent|drove)";
const PAST = `(?:(?!need\\b|exceed|succeed\\b|proceed)\\w+ed|${IRREGULAR})`;

const EXPERIENCE: readonly RegExp[] = [
  // "a mistake that you made", "when you recently had to wait", "how did you solve it"
  new RegExp(`\\byou (?:\\w+ly |ever |once |last |yourself )?${PAST}\\b`, "i"),
  /\b(?:did|were|was) you\b/i,
  // "something that you have taught yourself", "have you ever led"; "you have a patient" and "you have to" are of the present
  new RegExp(`\\b(?:you have|you've|have you)(?: ever| recently| already| yourself)? ${PAST}\\b`, "i"),
  /\b(?:a|the|one|another) (?:\w+ )?(?:time|times|occasion|instance|experience) (?:when|where|that|in which|of|with)\b/i,
  // "your experience with databases", "your proudest moment", "about yourself"
  /\byour (?:\w+ ){0,3}(?:experiences?|background|career|achievements?|accomplishments?|mistakes?|failures?|success(?:es)?|challenges?|projects?|moments?|internships?|studies|roles?|jobs?)\b|\babout yourself\b/i,
];
const ASKS = /\?\s*$|\b(?:tell|describe|share|talk|give|walk|name|recall|explain|think of|discuss)\b/i;
const IMAGINED = /\b(?:assum(?:e|ing)|suppos(?:e|ing)|imagin(?:e|ing)|let us say|let's say|what if|if)\b/i;

/** Whether a question asks for something that the speaker has lived through, by its wording; "suppose you were asked to" does not. */
export function asksForExperience(question: string): boolean {
  return question
    .split(/(?<=[.?!])\s+/)
    .some(
      (sentence) =>
        ASKS.test(sentence) && !IMAGINED.test(sentence) && EXPERIENCE.some((pattern) => pattern.test(sentence)),
    );
}

/** How an ideal answer begins that is described instead of given: "Names a concrete case and says what was done". */
const DESCRIBES =
  /^\W*(?:ideally,? )?(?:names|describes|explains|states|shows|tells|mentions|demonstrates|discusses|outlines|cites|reflects)\b|\b(?:the|a good|a strong|an ideal) (?:candidate|applicant|interviewee)\b/i;

/** Whether an ideal answer says what a good answer is like; a good answer then need not share its words. */
export function describesAnswer(idealAnswer: string): boolean {
  return DESCRIBES.test(idealAnswer);
}
