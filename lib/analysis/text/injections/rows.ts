import type { PatternRow } from "../pattern-row.ts";
import { ADDRESS_THE_ASSESSOR } from "./address-the-assessor.ts";
import { ASK_FOR_MARKS } from "./ask-for-marks.ts";
import { FALSE_RESULTS } from "./false-results.ts";
import { FALSE_TURNS } from "./false-turns.ts";
import { OTHER_WRITING } from "./other-writing.ts";
import { PASS_THE_CANDIDATE } from "./pass-the-candidate.ts";
import { PRESSURE } from "./pressure.ts";
import { QUOTE_THE_RUBRIC } from "./quote-the-rubric.ts";
import { SET_ASIDE_RULES } from "./set-aside-rules.ts";
import { UNSAID_AS_SAID } from "./unsaid-as-said.ts";
import { WORTH_OF_THIS } from "./worth-of-this.ts";

/**
 * Words that speak to the scorer instead of answering. Gaps are bounded, so a pattern costs the same on any text. They
 * err towards leaving a sentence out: a sentence that is left out cannot help, and the flag lets a person look.
 * Patterns see a text without capitals, invisible characters and doubled spaces, and what is hidden in it (hidden-text.ts).
 */
export const INJECTIONS: readonly PatternRow[] = [
  ...SET_ASIDE_RULES,
  ...ASK_FOR_MARKS,
  ...WORTH_OF_THIS,
  ...PASS_THE_CANDIDATE,
  ...ADDRESS_THE_ASSESSOR,
  ...UNSAID_AS_SAID,
  ...QUOTE_THE_RUBRIC,
  ...PRESSURE,
  ...FALSE_RESULTS,
  ...FALSE_TURNS,
  ...OTHER_WRITING,
];
