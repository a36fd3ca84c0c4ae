import type { Sentence } from "../../text/sentences.ts";
import { stemSet } from "../../text/words.ts";
import { firstPersonActions } from "./actions.ts";

/**
 * What people call themselves when they have nothing to show: the adjectives and phrases of application letters. A listener cannot
 * check them, and structured interviewing tells interviewers to leave them out of the rating (behaviourally anchored scales, Smith
 * and Kendall 1963).
 */
const QUALITIES =
  "hard.?working|passionate|motivated|talented|skilled|gifted|dedicated|ambitious|adaptable|flexible|reliable|professional|enthusiastic|energetic|pro.?active|creative|driven|committed|detail.?oriented|results?.?oriented|self.?motivated|organi[sz]ed|intelligent|smart|brilliant|outstanding|exceptional|excellent|amazing|fantastic|great|the best|patient|perfectionist|confident|determined|versatile|unique|resilient|stress.?resistant|self.?starter|thorough|precise|loyal|honest|sociable|friendly|empathetic|resourceful|focused|strong|mature|inspiring";
const CLAIMS: readonly RegExp[] = [
  // What a letter of application says to anybody
  /\bdear (?:sir|madam|hiring)\b|\byours (?:faithfully|sincerely)\b|\b(?:meet|fulfil) (?:all )?your requirements\b|\binterest that i read\b|\bmy strengths (?:lie|are)\b|\bwillingness to work\b|\bpleased to be invited\b|\blook forward to (?:hearing|meeting)\b/i,
  // A weakness that is none
  /\bi (?:care|work|give) too (?:much|hard)\b|\bperfectionis[tm]\b|\b(?:1[1-9]\d|hundred and (?:ten|twenty)) ?(?:percent|%)/i,
  new RegExp(
    `\\b(?:i am|i'm|i have always been|i consider myself|i would describe myself|(?:says?|tells? me|told me|think|know)(?: that)? i(?: am|'m))\\b.{0,40}\\b(?:${QUALITIES})\\b`,
    "i",
  ),
  /\b(?:hard worker|team player|(?:fast|quick) learner|people person|go.?getter|(?:natural|born)(?:ly)? (?:born )?(?:leader|communicator|talent)|an expert|world.?class)\b/i,
  /\bi (?:have|bring|possess|offer)\b.{0,30}\b(?:great|excellent|strong|amazing|fantastic|exceptional|outstanding|positive)\b.{0,20}\b(?:skills?|energy|attitude|abilit(?:y|ies)|talents?|passion)\b/i,
  /\bi (?:always|never|constantly|rarely|seldom) (?:succeed|fail|deliver|win|excel|give up|make mistakes|find a way|do my best)\b/i,
  /\b(?:everyone|everybody|people|colleagues|customers|clients|managers?|bosses|they) (?:always |really |all |just )?(?:loved?|loves|admired?|admires|respect|respects|respected|trust|trusts|trusted|adored?|likes?|liked) me\b/i,
  /\b(?:i|and) (?:\w+ )?(?:give (?:\w+ )?(?:one hundred|a hundred|\d{3})|go the extra mile|do my (?:very )?best)\b/i,
  /\bmy (?:\w+ )?(?:strengths?|personality|talents?|gifts?|charisma|charm|empathy|dedication|reliability|work ethic|strong ?suit)\b/i,
  /\bi(?: am|'m) (?:\w+ )?(?:the (?:kind|type|sort) of (?:person|employee|worker|leader|colleague)|known (?:for|as)|someone who|a (?:\w+[ -]){0,2}(?:person|personality|professional|self-starter|achiever|worker|learner|winner|asset))\b/i,
  /\bi (?:pride myself|have (?:a|an|the|my) (?:\w+ ){0,2}(?:gift|talent|mind|mentality|mindset|attitude|personality|work ethic|passion|eye) )|\b(?:in my nature|in my blood|(?:great|real|valuable) asset|hands.?on mentality)\b/i,
  /\b(?:nobody|no one) (?:\w+ ){0,3}(?:harder|better|faster)\b/i,
  /\bi (?:excel|shine|stand out)\b/i,
];

/** What rubrics ask for, in their own words. */
const RUBRIC_WORDS = stemSet(
  `gave give off make made explain explained trade trade-off reason reasons measure measured result results percent ownership own owned responsibility responsible
  initiative learn learned learnt lesson feedback communicate communicated communication openly honestly solve solved solution problem weigh
  weighed weighing benefit cost decision decide decided analyse analysed approach structure structured step reflect reflected improve improved
  impact goal achieve achieved deliver delivered outcome success successful value collaborate collaborated listen listened demonstrate
  demonstrated handle handled manage managed challenge document documented verify verified priority prioritise prioritised effective
  effectively efficient efficiently quality compare compared consider considered alternative adapt adapted carefully thoroughly first finally`,
);
const LEAST_CLAIMED = 2;

/** Whether a sentence only says back what rubrics ask for, without a thing that it was done to ("I explained the trade-offs"). */
function isBareClaim({ words }: Sentence): boolean {
  const telling = words.filter(({ kind, plain }) => kind === "content" && !/^\p{N}/u.test(plain));
  return telling.length >= LEAST_CLAIMED && telling.every(({ stem }) => RUBRIC_WORDS.has(stem));
}

/**
 * How many kinds of praise of oneself a sentence holds; none when the rest of it tells a deed or a number, which backs what it claims:
 * the 110 percent that somebody always gives are part of the claim.
 */
export function selfPraiseIn(sentence: Sentence): number {
  if (!sentence.words.some((word) => /^(?:i|i'm|i've|my|me)$/.test(word.plain))) return 0;
  if (isBareClaim(sentence)) return 1;
  const claims = CLAIMS.map((claim) => claim.exec(sentence.text)).filter((claim) => claim !== null);
  if (claims.length === 0) return 0;
  const claimed = (at: number) => claims.some(({ index, 0: text }) => at >= index && at < index + text.length);
  const rest = { ...sentence, words: sentence.words.filter((word) => !claimed(word.start - sentence.start)) };
  return rest.words.some((word) => /^\p{N}/u.test(word.plain)) || firstPersonActions(rest) > 0 ? 0 : claims.length;
}
