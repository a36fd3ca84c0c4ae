import type { PatternRow } from "./pattern-row.ts";

/**
 * Talk about this very answer and what it is worth, by the words it takes rather than by how they are put together. In 9,000 sentences of
 * honest answers each of these words is rare, and two kinds of them in one sentence are rarer: the rows of injections/ know how
 * such talk was put; these know what it is about.
 */

const MARK: PatternRow = {
  name: "mark",
  says: "What an answer can be worth, at its ends.",
  pattern:
    /\b(?:(?:top|full|high(?:est)?|max(?:imum)?|best|perfect|passing|lowest|low) (?:possible )?(?:marks?|scores?|grades?|ratings?|points?|numbers?|levels?)|any (?:marks?|grades?|ratings?)|marks? (?:of|under|over|below|above)|the max(?:imum)?|(?:a|one) hundred|ninety|(?:five|ten) (?:of|out of) (?:five|ten)|\d+ ?(?:\/|out of|of) ?(?:5|10|100)\b|\b(?:5|10|100), (?:5|10|100)|levels? (?:5|five)|(?:its|my|your|whose) (?:ratings?|scores?|grades?)|exceptional|outstanding|flawless|marks? (?:me|it|this) (?:down|up|low|high))\b/,
  catches: ["Full points", "a score of 9 out of 10", "Mark me up"],
  spares: ["The mark on the floor"],
};

const PRAISE: PatternRow = {
  name: "praise",
  says: '"This is an excellent answer", "the strongest candidate".',
  pattern:
    /\b(?:excellent|exceptional|outstanding|flawless|perfect|brilliant|impressive|ideal|model|best|strong(?:est)?|complete|correct) (?:\w+ )?(?:answers?|responses?|repl(?:y|ies)|candidates?|applicants?)\b/,
  catches: ["the strongest candidate", "An excellent short reply"],
  spares: ["an excellent idea"],
};

const THIS: PatternRow = {
  name: "this answer",
  says: 'The answer itself, or who gives it. Nobody who answers speaks of that, other than in "my answer would be".',
  pattern:
    /\b(?:(?:this|my|the (?:above|present|preceding|following|whole|entire)) (?:\w+ )?(?:answers?|responses?|submissions?|transcripts?|repl(?:y|ies)|applications?)|this (?:candidate|applicant|interview|story|text|statement|paragraph)(?:'s)?|(?:on|for|to) this (?:one|item))\b/,
  catches: ["My whole answer", "this candidate", "score on this one"],
  spares: ["the answer of the server"],
};

const JUDGE: PatternRow = {
  name: "judge",
  says: "Who judges.",
  pattern:
    /\b(?:raters?|graders?|examiners?|scorers?|evaluators?|assessors?|reviewers?|interviewers?|recruiters?|psychometricians?|ai|a\.i\.|language model|llm|chatbot|bot|algorithm|(?:scoring|grading|marking|rating|evaluation) (?:\w+ )?(?:system|software|program|tool|engine|model))\b/,
  catches: ["The graders", "an AI", "the scoring software"],
  spares: ["The judge of the court"],
};

const JUDGING: PatternRow = {
  name: "judging",
  says: "What judges do.",
  pattern:
    /\b(?:give|gave|given|award(?:ed)?|assign(?:ed)?|output|write|put|putting|enter(?:ed)?|set|marks?|marked|scor(?:e|ed|es|ing)|rat(?:e|ed|es|ing)|grad(?:e|ed|es|ing)|evaluat(?:e|ed|ing|ion)|assess(?:ed|ing|ment)?|confirm(?:ed)?|gets?|treat(?:ed)?|recommend(?:ed|ation)?|noted|meets?|deserves?|demonstrates?|shows?|agreed?)\b/,
  catches: ["It deserves that", "we rated it"],
  spares: ["We tested it"],
};

const SPOKEN_TO: PatternRow = {
  name: "spoken to",
  says: "Somebody is spoken to.",
  pattern:
    /\b(?:you|your|you're|you'd|you'll|please)\b|^\W*(?:(?:then|first|now|so|and|just|also),? )?(?:rate|score|grade|mark|enter|assign|award|translate|imagine|pretend|output|treat|evaluate|assess|consider)\b/,
  catches: ["Your turn", "Please wait", "Now rate it"],
  spares: ["They rate it"],
};

export const ASSESSMENT_WORDS: readonly PatternRow[] = [MARK, PRAISE, THIS, JUDGE, JUDGING, SPOKEN_TO];
const OTHERS: readonly PatternRow[] = [JUDGE, JUDGING, THIS, SPOKEN_TO];

/** What is enough once another sentence has spoken to the scorer: a mark, and one of who judges, judging, this answer, whoever is spoken to. */
export function weighsSomething(seen: string): boolean {
  return MARK.pattern.test(seen) && OTHERS.some(({ pattern }) => pattern.test(seen));
}

/**
 * A mark and two of: who judges, judging, this answer, whoever is spoken to. Or this answer and any other. Or praise of an
 * answer, said by who judges or to whoever is spoken to.
 * @param seen a sentence as `readingsOf` gives it
 */
export function weighsThisAnswer(seen: string): boolean {
  const others = OTHERS.filter(({ pattern }) => pattern.test(seen));
  const isPraised = () => PRAISE.pattern.test(seen);
  const hasMark = () => MARK.pattern.test(seen);
  if (others.includes(THIS)) return others.length > 1 || hasMark() || isPraised();
  if ((others.includes(JUDGE) || others.includes(SPOKEN_TO)) && isPraised()) return true;
  return others.length > 1 && hasMark();
}
