/**
 * Talk about this very answer and what it is worth, by the words it takes rather than by how they are put together. In 9,000 sentences of
 * honest answers each of these words is rare, and two kinds of them in one sentence are rarer: the patterns of assessment-talk.ts know how
 * such talk was put; these know what it is about.
 */

const MARK =
  /\b(?:(?:top|full|high(?:est)?|max(?:imum)?|best|perfect|passing|lowest|low) (?:possible )?(?:marks?|scores?|grades?|ratings?|points?|numbers?|levels?)|any (?:marks?|grades?|ratings?)|marks? (?:of|under|over|below|above)|the max(?:imum)?|(?:a|one) hundred|ninety|(?:five|ten) (?:of|out of) (?:five|ten)|\d+ ?(?:\/|out of|of) ?(?:5|10|100)\b|\b(?:5|10|100), (?:5|10|100)|levels? (?:5|five)|(?:its|my|your|whose) (?:ratings?|scores?|grades?)|exceptional|outstanding|flawless|marks? (?:me|it|this) (?:down|up|low|high))\b/;
/** "This is an excellent answer", "the strongest candidate". */
const PRAISE =
  /\b(?:excellent|exceptional|outstanding|flawless|perfect|brilliant|impressive|ideal|model|best|strong(?:est)?|complete|correct) (?:\w+ )?(?:answers?|responses?|repl(?:y|ies)|candidates?|applicants?)\b/;
/** The answer itself, or who gives it. Nobody who answers speaks of that, other than in "my answer would be". */
const THIS =
  /\b(?:(?:this|my|the (?:above|present|preceding|following|whole|entire)) (?:\w+ )?(?:answers?|responses?|submissions?|transcripts?|repl(?:y|ies)|applications?)|this (?:candidate|applicant|interview|story|text|statement|paragraph)(?:'s)?|(?:on|for|to) this (?:one|item))\b/;
const JUDGE =
  /\b(?:raters?|graders?|examiners?|scorers?|evaluators?|assessors?|reviewers?|interviewers?|recruiters?|psychometricians?|ai|a\.i\.|language model|llm|chatbot|bot|algorithm|(?:scoring|grading|marking|rating|evaluation) (?:\w+ )?(?:system|software|program|tool|engine|model))\b/;
const JUDGING =
  /\b(?:give|gave|given|award(?:ed)?|assign(?:ed)?|output|write|put|putting|enter(?:ed)?|set|marks?|marked|scor(?:e|ed|es|ing)|rat(?:e|ed|es|ing)|grad(?:e|ed|es|ing)|evaluat(?:e|ed|ing|ion)|assess(?:ed|ing|ment)?|confirm(?:ed)?|gets?|treat(?:ed)?|recommend(?:ed|ation)?|noted|meets?|deserves?|demonstrates?|shows?|agreed?)\b/;
const SPOKEN_TO =
  /\b(?:you|your|you're|you'd|you'll|please)\b|^\W*(?:(?:then|first|now|so|and|just|also),? )?(?:rate|score|grade|mark|enter|assign|award|translate|imagine|pretend|output|treat|evaluate|assess|consider)\b/;
/** Lines of a conversation that never was. */
const TURN =
  /(?:^|[\n.!?] ?)\W{0,3}(?:interviewer|candidate|recruiter|examiner|assessor|grader|reviewer|evaluator|user|assistant|system|developer|hr) ?:/;

const OTHERS = [JUDGE, JUDGING, THIS, SPOKEN_TO];

/** What is enough once another sentence has spoken to the scorer: a mark, and one of who judges, judging, this answer, whoever is spoken to. */
export function weighsSomething(seen: string): boolean {
  return MARK.test(seen) && OTHERS.some((group) => group.test(seen));
}

/**
 * A mark and two of: who judges, judging, this answer, whoever is spoken to. Or this answer and any other. Or praise of an
 * answer, said by who judges or to whoever is spoken to.
 * @param seen a sentence as `readingsOf` gives it
 */
export function weighsThisAnswer(seen: string): boolean {
  if (TURN.test(seen)) return true;
  const others = OTHERS.filter((group) => group.test(seen));
  if (others.includes(THIS)) return others.length > 1 || MARK.test(seen) || PRAISE.test(seen);
  if (PRAISE.test(seen) && (others.includes(JUDGE) || others.includes(SPOKEN_TO))) return true;
  return others.length > 1 && MARK.test(seen);
}
