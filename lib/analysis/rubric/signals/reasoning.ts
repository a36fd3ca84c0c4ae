import type { Sentence } from "../../text/sentences.ts";
import { saturate } from "./saturate.ts";

/** The ways an answer shows why, what follows, and what it was weighed against. */
const CUES: readonly { name: string; pattern: RegExp }[] = [
  {
    name: "gives a reason",
    pattern:
      /(?:\b|['’])(?:because|cause(?= (?:i|we|it|he|she|they|the|my|our|his|her|a|an|you|that|there))|cuz|coz|since (?:the|we|it|i|they|this|that|there|he|she|you|otherwise|nobody|no one|people|others|some|most|mine|my|our|his|her)(?!n)|as (?:otherwise|nobody|no one|i(?!(?:'m|'ve)? (?:said|mentioned|know|see|told))|we (?!said|mentioned|know)|he|she|they|there)|due to|the reason|that'?s why|which is why|caused by|root cause)\b/i,
  },
  {
    name: "draws a consequence",
    pattern:
      /\b(?:therefore|thus|hence|so that|as a result|consequently|which means|that means|leads? to|in order to|otherwise|to avoid|to prevent|to make sure|to ensure|so (?:i|we|the|it|that|they|he|she|you|nobody|no one|everyone|everybody|people))\b/i,
  },
  {
    name: "weighs a trade-off",
    pattern:
      /\b(?:trade.?offs?|downsides?|drawbacks?|disadvantages?|advantages?|at the cost of|the price|pros and cons|on the other hand|depends on|cheaper|risks?|instead of|rather than|in exchange)\b/i,
  },
  {
    name: "compares",
    pattern:
      /\b(?:whereas|while the|compared (?:to|with)|in contrast|unlike|(?:more|less|faster|slower|better|worse|larger|smaller|higher|lower|longer|shorter|bigger|fewer) than|however|although|even though|but)\b/i,
  },
  {
    name: "names conditions",
    pattern:
      /\b(?:if|unless|when(?:ever)? (?:the|a|an|we|it|there|you)|in case|as long as|assuming|provided that|only (?:if|when)|until)\b/i,
  },
  {
    name: "says what it is for",
    pattern:
      /\b(?:(?:i|we) (?:want(?:ed)?|hoped?|plan(?:ned)?|aim(?:ed)?|decided|chose|prefer(?:red)?)|would like to|interests? me|motivates? me|matters to|fits? (?:me|my|well|with)|the (?:goal|aim|purpose|idea) (?:is|was))\b/i,
  },
  {
    name: "goes step by step",
    pattern:
      /\b(?:first(?:ly)?|second(?:ly)?|then|next|finally|after (?:that|which)|afterwards|once|before (?:that|i|we|the)|step by step|to begin with|i(?:'d| would)? start)\b/i,
  },
  {
    name: "checks the result",
    pattern:
      /\b(?:measur(?:e|ed|ing)|verif(?:y|ied)|test(?:ed|ing)?|profil(?:e|ed|ing|er)|monitor(?:ed|ing)?|compared|reproduc(?:e|ed)|confirm(?:ed)?|check(?:ed|ing)?|experiment|hypothes[ie]s|validat(?:e|ed|ing))\b/i,
  },
];

/** Eight are what a thorough answer of a minute or two shows; a short clear one has three or four. */
const ENOUGH = 8;
/** One kind counts twice at most, so that a habit of speech does not pass for thinking. */
const MOST_OF_A_KIND = 2;
const BEND = 1.5;

export type Reasoning = { value: number; cues: string[] };

export function reasoning(sentences: readonly Sentence[]): Reasoning {
  const shown = CUES.map(({ name, pattern }) => ({
    name,
    times: sentences.filter((sentence) => pattern.test(sentence.text)).length,
  })).filter(({ times }) => times > 0);
  const counted = shown.reduce((sum, { times }) => sum + Math.min(MOST_OF_A_KIND, times), 0);
  return { value: saturate(counted / ENOUGH, BEND), cues: shown.map(({ name }) => name) };
}

/** How many kinds of reasoning one sentence shows. */
export function reasoningIn(sentence: Sentence): string[] {
  return reasoning([sentence]).cues;
}
