/** A service outside this server that works on an interview: its host, and what it gets. */
export type OutsideService = {
  host: string;
  /** The text of answers, to estimate them. */
  scores: boolean;
  /** The sound of spoken answers, to write them down. */
  transcribes: boolean;
};

/** Changes with the words of the consent and of what stands above it. */
const WORDS = "2026-11";

/**
 * What a candidate agrees to before anything is recorded, by name: stored with the consent. Whoever agreed to other words,
 * or to less being done with their answers, is asked again.
 */
export function consentVersion(outside: OutsideService | null): string {
  if (!outside) return WORDS;
  const uses = [outside.scores ? "scores" : "", outside.transcribes ? "transcribes" : ""].filter(Boolean);
  return `${WORDS}+${uses.join("+")}@${outside.host}`.slice(0, 100); // as long as the contract lets it be
}

/** @param organization the people who invite */
export function consentWords(organization: string): string {
  return (
    `I agree that ${organization} records my picture, my voice and what I write in this interview, ` +
    "stores it and uses it to decide about my application, as described above."
  );
}

/** Who estimates the answers, said before consent. */
export function scoringWords(outside: OutsideService | null): string {
  if (!outside?.scores) {
    return "A fixed rubric gives an estimate of the text of each answer, as a starting point. It decides nothing.";
  }
  return `An AI model at ${outside.host} gives an estimate of the text of each answer, without your name, as a starting point. It decides nothing.`;
}

/** Where the sound of answers goes, said before consent; null when it stays here. */
export function transcriptionWords(outside: OutsideService | null): string | null {
  if (!outside?.transcribes) return null;
  return `The sound of answers that you only speak is written down by a service at ${outside.host}.`;
}
