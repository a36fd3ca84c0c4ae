import type { Sentence } from "../../text/sentences.ts";
import { firstPersonActions } from "./actions.ts";

/** The sentence that shows each part of a told experience, or null where a part is missing. */
export type StoryParts = Record<"situation" | "task" | "action" | "result", Sentence | null>;

const SITUATION =
  /\b(?:when (?:i|we|my|our)|at my|in my (?:last|previous|current|first)|last (?:year|month|week|summer|spring|autumn|fall|winter|quarter)|(?:a|one|two|three|several|few) (?:years?|months?|weeks?) ago|there was|there were|we had|i had|our (?:project|client)|my (?:role|job|internship|last|previous)|i (?:worked|was working|joined|was part)|we were|i was|during|in (?:19|20)\d\d|once|one (?:day|morning|evening|night|week)|(?:in|since) (?:january|february|march|april|may|june|july|august|september|october|november|december)|back (?:in|when|then)|the (?:first|last) time|as an? (?:\w+ )?(?:trainee|student|intern|apprentice|nurse|manager|developer|volunteer)|at (?:our|the) \w+(?: \w+)?,? (?:i|we)|(?:my|our) (?:\w+ )?(?:boss|manager|colleagues?|team|company|customer|client|school|department|supplier|director|head|lead))\b/i;
const TASK =
  /\b(?:(?:needed|had|wanted|asked|supposed|expected|required|tasked|assigned|decided) (?:me |us |him |her |them )?to|(?:my|our|the) (?:goal|task|job|aim|responsibility|objective|challenge|problem)|responsible for|in charge of|was up to me|deadline|must)\b/i;
const RESULT =
  /\b(?:as a result|in the end|eventually|finally|the (?:result|outcome|effect)|resulted in|led to|reduced|increased|improved|saved|dropped|fell|rose|grew|cut|doubled|halved|won|shipped|launched|delivered|succeeded|solved|fixed|resolved|finished|completed|achieved|learned|learnt|since then|turned out|worked out|went (?:live|up|down|from)|in use|came down|agreed|signed|passed|accepted|won over|gained|lost only|no longer|(?:hasn't|has not|haven't|have not|never) happened|by (?:spring|summer|autumn|winter|the end|january|february|march|april|may|june|july|august|september|october|november|december)|now (?:i|we|they|he|she|it|our|all|both)|(?:was|were) (?:gone|happy|thankful|satisfied|relieved)|after that,? (?:we|the|it|they)|thanks to|thank(?:ed|s)? (?:me|us)|happen(?:ed|s)? (?:again|any ?more|no more)|from (?:\w+ ){0,4}to (?:\w+ ){0,2}(?:\d|none|zero|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty)|from \d[\d.,]*\D{0,12} to \d|\d+ ?(?:%|percent))/i;

/**
 * Situation, task, action and result (the STAR form that interviewers are taught), by the words that usually open each.
 * A sentence may show more than one.
 */
export function findStoryParts(sentences: readonly Sentence[]): StoryParts {
  const first = (test: (sentence: Sentence) => boolean) => sentences.find(test) ?? null;
  const last = (test: (sentence: Sentence) => boolean) => sentences.findLast(test) ?? null;
  return {
    situation: first((sentence) => SITUATION.test(sentence.text)),
    task: first((sentence) => TASK.test(sentence.text)),
    action: first((sentence) => firstPersonActions(sentence) >= 0.5),
    result: last((sentence) => RESULT.test(sentence.text)),
  };
}

/** 0..1. Action and result weigh double: a situation alone is not yet an answer. */
export function storyValue(parts: StoryParts): number {
  const { situation, task, action, result } = parts;
  return ((situation ? 1 : 0) + (task ? 1 : 0) + (action ? 2 : 0) + (result ? 2 : 0)) / 6;
}
