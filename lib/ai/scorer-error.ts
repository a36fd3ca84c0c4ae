import { failureWords } from "../words/failure-words.ts";
import type { Happened } from "../words/happened.ts";
import { ENGLISH } from "../words/locale.ts";

/** Scoring is over for this version, and why. `told`: what a recruiter is told of it; `reason`: the same in English, for the log. */
export class ScorerError extends Error {
  override readonly name = "ScorerError";
  readonly told: Happened;
  readonly reason: string;
  constructor(told: Happened, options?: ErrorOptions) {
    const reason = failureWords(told, ENGLISH);
    super(reason, options);
    this.told = told;
    this.reason = reason;
  }
}
