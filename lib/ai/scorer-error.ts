/** Scoring is over for this version, and why. `reason`: a sentence or two that a recruiter reads, without secrets. */
export class ScorerError extends Error {
  override readonly name = "ScorerError";
  readonly reason: string;
  constructor(reason: string, options?: ErrorOptions) {
    super(reason, options);
    this.reason = reason;
  }
}
