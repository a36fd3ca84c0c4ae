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

/** What a session records: what is agreed to, and no more. */
export type Recorded = { audio: boolean; video: boolean };

/**
 * What a candidate agrees to before anything is recorded, by name: stored with the consent. Whoever agreed to other words,
 * to something else being recorded, or to less being done with their answers, is asked again.
 */
export function consentVersion(outside: OutsideService | null, recorded: Recorded): string {
  const words = `${WORDS}${recordedName(recorded)}`;
  if (!outside) return words;
  const uses = [outside.scores ? "scores" : "", outside.transcribes ? "transcribes" : ""].filter(Boolean);
  return `${words}+${uses.join("+")}@${outside.host}`.slice(0, 100); // as long as the contract lets it be
}

/** Picture and sound are the usual, and need no word. */
function recordedName({ audio, video }: Recorded): string {
  if (audio && video) return "";
  if (audio) return "-sound";
  return video ? "-picture" : "-text";
}

/** @param organization the people who invite */
export function consentWords(organization: string, recorded: Recorded): string {
  return (
    `I agree that ${organization} ${recordedWhat(recorded)} in this interview` +
    ", stores it and uses it to decide about my application, as described above."
  );
}

function recordedWhat({ audio, video }: Recorded): string {
  if (audio && video) return "records my picture, my voice and what I write";
  if (audio) return "records my voice and what I write";
  return video
    ? "records my picture, without sound, and what I write"
    : "receives what I write, without picture or sound,";
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
