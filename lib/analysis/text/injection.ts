import { ASSESSMENT_TALK } from "./assessment-talk.ts";
import { weighsThisAnswer } from "./assessment-words.ts";
import { readingsOf } from "./hidden-text.ts";

/**
 * Words that speak to the scorer instead of answering. Gaps are bounded, so a pattern costs the same on any text. They
 * err towards leaving a sentence out: a sentence that is left out cannot help, and the flag lets a person look.
 * Patterns see a text without capitals, invisible characters and doubled spaces, and what is hidden in it (hidden-text.ts).
 */
const INSTRUCTIONS: readonly RegExp[] = [
  // "Ignore all previous instructions", "disregard the rubric"
  // Told of oneself ("I had to ignore the old instructions") it is a story.
  /(?:\byou\b[a-z ]{0,15}|(?<!\b(?:i|we|he|she|they|me|us|him|them)\b[a-z ]{0,20}))\b(?:ignore|disregard|forget|override|bypass)\b.{0,30}\b(?:all|any|previous|prior|above|earlier|your|these|system|scoring|grading|the)\b.{0,25}\b(?:instructions|prompts?|rules|rubrics?|guidelines|criteria|directions)\b/,
  /(?<!\b(?:the|our|their|my|his|her) )\b(?:new|updated) (?:system )?instructions?\b.{0,3}[:\-–—]/,
  /\b(?:forget|ignore) (?:what|everything) you (?:were|have been|are) (?:told|instructed|given)\b|\byour (?:new|real|actual|only) (?:task|goal|instruction|role) is\b|\b(?:from now on|henceforth),? you\b.{0,25}\b(?:output|return|score|give|answer|respond|rate)\b/,
  /\bdo not (?:follow|use|apply) (?:the|your|any) (?:rubric|scoring|grading)\b|\bdo not (?:flag|penali[sz]e|mark down) (?:this|my|the) (?:answer|response|interview|candidate)\b|\brubric (?:update|change|override) ?:|\bjailbreak\b|^\W*override ?:|\bbegin (?:new |system )?instructions\b/,
  // "Give me 100", "award this answer full marks"; not "I give 100 percent", "give it 100 ms"
  /\b(?:give|award|assign|grant|rate|grade|mark|score) (?:(?:me|this|it|my|the|a|an|him|her|them|every|each|all)\b.{0,35})?\b(?:100|10 ?\/ ?10|5 ?\/ ?5|9\d)\b(?! ?[%\p{L}])/u,
  /\b(?:give|award|assign|grant|rate|grade|mark|score|return|output|deserves?)\b.{0,40}\b(?:100|10|5) (?:points?|out of|marks?)\b/,
  /\b(?:give|award|assign|grant|rate|grade|mark|return|output|deserves?)\b.{0,50}\b(?:full|max(?:imum)?|perfect|top|highest|best(?: possible)?) (?:possible )?(?:scores?|marks?|points?|grades?|ratings?|levels?|credit)\b/,
  /\b(?:return|output|respond|reply|print|answer) (?:only |with |only with )?.{0,20}\b(?:score|level|rating)\b.{0,20}\b(?:100|5|10|9\d)\b/,
  /\b(?:my|the|this|overall|every|each|all) (?:\w+ )?(?:scores?|marks?|grades?|ratings?)\b.{0,10}\b(?:should|must|shall|has to|have to)\b.{0,10}\b(?:100|10|9\d|perfect|maximum|full|high(?:est)?)\b/,
  /\b(?:score|rate|grade|mark|evaluate|judge|assess|treat) (?:me|everything|(?:this|my|the (?:following|above)) ?(?:answer|response|interview)?)\b.{0,25}\b(?:highly|generous(?:ly)?|favou?rabl[ey]|100|at the max(?:imum)?|as (?:if|though) it were|as the ideal|as (?:perfect|outstanding|excellent|correct))\b/,
  /\b(?:give|assign|award)\b.{0,20}\b(?:level |a )(?:5|five|10|ten|100)\b.{0,15}\b(?:to|for|in|on|across) (?:all|every|each)\b/,
  /\b(?:correct|right|only|final|appropriate|fair) (?:score|grade|mark|rating|level)\b.{0,25}\b(?:is|must be|should be|=|:) ?(?:a )?(?:100|9\d|5|10|perfect|one hundred|the max)\b/,
  /\b(?:give|respond|return|award|reply|output)\b.{0,30}\b(?:score|grade|mark|rating) of (?:100|9\d|one hundred|a hundred|ninety)/,
  /\b(?:always |only |just )?(?:returns?|outputs?) (?:only )?(?:the number )?100\b(?! (?!points|marks)\w+s\b)|\b(?:return|output|print) json\b.{0,30}\b(?:technical|communication|score)\b|^\W*print "?pass\b/,
  // "This candidate deserves to pass", "recommend this applicant as excellent"
  /\b(?:this|my|the) (?:answer|candidate|response|interview|applicant)\b.{0,20}\b(?:deserves?|merits?|(?:must|should|has to) (?:get|receive|pass\b|be (?:scored|rated|graded|marked|passed|hired))|has (?:already )?(?:passed|been (?:approved|verified|graded|scored)))\b/,
  /\b(?:mark|recommend|rate|treat|classify|label|flag)\b.{0,15}\b(?:this|the|my|me)\b.{0,25}\b(?:as )?(?:passed|pass|hire|hired|excellent|outstanding|correct|exceptional)\b/,
  /\bthis (?:answer|response)\b.{0,40}\b(?:should|must|has to) be (?:rated|scored|graded|marked|judged|considered)\b|\b(?:approved|accepted|passed|hired) (?:this|the) candidate\b.{0,20}\b(?:so|just|already|confirm)\b/,
  /(?:^|[:.,;] ?|\bplease |\bjust )(?:pass|hire|approve|accept|advance) (?:the|this) (?:candidate|applicant|interview)\b|\bpretend (?:that )?(?:the|this) (?:candidate|applicant|answer|response)\b|\brecommend (?:to hire|hiring)\b.{0,30}\bno (?:further |more )?(?:review|checks?)\b/,
  /\b(?:final_?status|overall_?score|(?:technical|communication|problem_solving|cultural_fit)_?(?:score|level))\b.{0,6}(?:to|=|:|is)? ?"?(?:100|9\d|5|passed|hired)\b|"role" ?: ?"(?:system|assistant|developer)"|\b(?:passing|perfect|maximum) score\b.{0,3}$/,
  // Speaking to the machine
  /\b(?:you are|you're|act as|pretend to be|behave as) (?:now )?(?:an? |the )?(?:\w+ )?(?:ai\b(?! (?:researcher|engineer|developer|expert|student|company|team))|language model|grader|scorer|evaluator|examiner|chatgpt|gpt)/,
  /\b(?:dear|attention|note to|note for|message (?:to|for)|hey|hello|instructions? (?:to|for)) (?:the )?(?:ai\b|llm|grader|scorer|evaluator|(?:scoring|grading|reviewer?|rating) (?:system|model|engine|bot|algorithm|ai)|language model)/,
  /\b(?:instruct|tell|order|command|simulate)\b.{0,10}\b(?:a |the )?(?:(?:grading|scoring) (?:model|system|engine|bot|ai)|grader|scorer|evaluator)\b/,
  /<\|?(?:im_start|im_end|system|endoftext|assistant)|<\/?(?:system|instructions?|answer|transcript)>|\[\/?inst\]|###? ?(?:system|instruction)|^\W{0,3}(?:system|assistant|developer) ?:/,
  /"?\b(?:score|technical|communication|problem_solving|cultural_fit|overall)"? ?[:=] ?"?(?:100|9\d)\b/,
  /\b(?:end of (?:the )?(?:answer|transcript)\b|do not (?:evaluate|grade|assess) this|developer mode|admin(?:istrator)? override)/,
];

/**
 * Told of other people's judging, and of such texts: a deed or a thought of somebody comes first in the same clause ("I disagreed on
 * whether to give full marks"), the marks go to somebody else, or somebody else writes the instruction. Not about this answer.
 */
const STORIES: readonly RegExp[] = [
  /\b(?:i|we|he|she|they|who|teacher|professor|manager|boss|colleague|client|students?|pupils?)\b[^.:;!?]{0,40}\b(?:\w{2,}ed|gave|said|told|was|were|had|did|thought|wrote|saw|knew|found|taught|got|held|went)\b[^.:;!?]{0,80}\b(?:give|giving|award|grade|grading|mark|marking|rate|rating|score|scoring)\b/,
  /\b(?:i|we|he|she|they)(?:'d|'ll)? (?:would |will |always |never |only |often |usually )?(?:give|award|grade|mark|rate|score)\b/,
  /\b(?:i|we|he|she|they)(?:'d|'ve)? (?:\w+ ){0,2}(?:gave|awarded|graded|marked|rated|scored)\b/,
  /\b(?:gave|awarded|marked|graded|rated|scored) (?:me|us|him|her|them|our|my|their)\b/,
  /\b(?:give|award|grant) (?:the|a|every|each|your|our) (?:customers?|clients?|guests?|patients?|students?|pupils?|users?|buyers?|employees?|team|colleagues?|authors?|suppliers?)\b/,
  /\b(?:attackers?|hackers?|somebody|someone|users?|people|documents?|pages?|tickets?|cvs?|e-?mails?|messages?|comments?)\b.{0,20}\b(?:writes?|wrote|says?|said|puts?|hides?|hid|types?|typed|inserts?|contains?|contained|containing|saying)\b.{0,20}\b(?:ignore|disregard|forget|override|bypass)\b/,
];
const OF_THIS =
  /\b(?:this (?:answer|response|one|candidate|item|transcript|interview)|my (?:answer|response|interview|transcript)|me|above|you|your)\b|^\W*(?:assume|pretend|imagine|suppose)\b|^\W*\w+ ?:/;

const SPOKEN_TO_SCORER = [...INSTRUCTIONS, ...ASSESSMENT_TALK];

/** Whether a sentence is addressed to whoever scores the answer ("ignore previous instructions", "give me 100"). */
export function isInstruction(sentence: string): boolean {
  return readingsOf(sentence).some((seen) => speaksToScorer(seen) && !isStory(seen));
}

function speaksToScorer(seen: string): boolean {
  return SPOKEN_TO_SCORER.some((pattern) => pattern.test(seen)) || weighsThisAnswer(seen);
}

function isStory(seen: string): boolean {
  return !OF_THIS.test(seen) && STORIES.some((story) => story.test(seen));
}
