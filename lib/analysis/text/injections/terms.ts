/**
 * Talk about the assessment itself, by what such talk is made of: whoever assesses, what is assessed, and what it is worth. None
 * of the three says anything by itself (teachers grade, recruiters rate, systems score); two of them together, about this very
 * answer and outside a story, do.
 */
export const ASSESSOR =
  "(?:graders?|scorers?|evaluators?|assessors?|examiners?|raters?|ai|a\\.i\\.|llm|language model|chatbot|(?:scoring|grading|rating) (?:model|system|engine|bot|algorithm|ai))";
export const THIS =
  "(?:(?:this|my|the (?:whole|entire|above|following|present|preceding|candidate's)|each|every|any|all(?: \\w+)?) (?:\\w+ )?(?:answers?|responses?|transcripts?|submissions?|interviews?|sentences?|repl(?:y|ies)|candidates?)|(?:answer|response|text|transcript) (?:above|below)|candidates?)";
export const NUMBER =
  "(?:100|9\\d|5|10|five|ten|fifty|ninety(?:-\\w+)?|(?:one |a )?hundred|full|max(?:imum|imal|ed)?|perfect|top|highest|best|flawless|outstanding)";
export const MARK =
  "(?:scor(?:e|es|ed|ing)|marks?|grades?|graded|ratings?|rated|points?|levels?|credit|evaluat(?:ion|ed)|assessment)";
export const TOP = `(?:${NUMBER} (?:\\w+ )?${MARK}|${MARK} (?:of |is |are |=|: ?|at )?(?:level |the |a )?${NUMBER})`;
/**
 * Told of somebody, in the past or as a habit of one's own, it is a story: nobody stands before it in its clause. Looked for only where the
 * rest is found, which is seldom.
 */
export function untold(talk: string): RegExp {
  return new RegExp(`(?=${talk})(?<!\\b(?:i|i'd|i've|we|we'd|he|she|they|who)\\b[^.:;!?]{0,80})`);
}
