import type { Sentence } from "../../text/sentences.ts";
import { firstPersonActions } from "./actions.ts";

/**
 * What people call themselves when they have nothing to show: the adjectives and phrases of application letters. A listener cannot
 * check them, and structured interviewing tells interviewers to leave them out of the rating (behaviourally anchored scales, Smith
 * and Kendall 1963).
 */
const QUALITIES =
  "hard.?working|passionate|motivated|talented|skilled|gifted|dedicated|ambitious|adaptable|flexible|reliable|professional|enthusiastic|energetic|pro.?active|creative|driven|committed|detail.?oriented|results?.?oriented|self.?motivated|organi[sz]ed|intelligent|smart|brilliant|outstanding|exceptional|excellent|amazing|fantastic|great|the best|patient|perfectionist|confident|determined|versatile|unique";
const CLAIMS: readonly RegExp[] = [
  new RegExp(
    `\\b(?:i am|i'm|i have always been|i consider myself|i would describe myself|(?:says?|tells? me|told me|think|know)(?: that)? i(?: am|'m))\\b.{0,40}\\b(?:${QUALITIES})\\b`,
    "i",
  ),
  /\b(?:hard worker|team player|(?:fast|quick) learner|people person|go.?getter|(?:natural|born)(?:ly)? (?:born )?(?:leader|communicator|talent)|an expert|world.?class)\b/i,
  /\bi (?:have|bring|possess|offer)\b.{0,30}\b(?:great|excellent|strong|amazing|fantastic|exceptional|outstanding|positive)\b.{0,20}\b(?:skills?|energy|attitude|abilit(?:y|ies)|talents?|passion)\b/i,
  /\bi (?:always|never|constantly) (?:succeed|fail|deliver|win|excel|give up|give (?:\w+ )?\d+|make mistakes|go the extra mile)\b/i,
  /\b(?:everyone|everybody|people|colleagues|customers|clients|managers?|bosses|they) (?:always |really |all |just )?(?:love|loves|admire|admires|respect|respects|trust|trusts|adore|like|likes) me\b/i,
  /\bi (?:excel|shine|stand out)\b/i,
];

/** How many kinds of praise of oneself a sentence holds; none when it tells a deed or a number, which backs what it claims. */
export function selfPraiseIn(sentence: Sentence): number {
  if (!sentence.words.some((word) => /^(?:i|i'm|i've|my|me)$/.test(word.plain))) return 0;
  if (sentence.words.some((word) => /^\p{N}/u.test(word.plain)) || firstPersonActions(sentence) > 0) return 0;
  return CLAIMS.filter((claim) => claim.test(sentence.text)).length;
}
