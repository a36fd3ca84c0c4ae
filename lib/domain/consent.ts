/** A service outside this server that works on an interview: its host, and what it gets. */
export type OutsideService = {
  host: string;
  /** The text of answers, to estimate them. */
  scores: boolean;
  /** The sound of spoken answers, to write them down. */
  transcribes: boolean;
};

/** Where what is only said is written down: on this server, by a service outside it, or nowhere. */
export type WritesDown = "here" | "outside" | "nowhere";

/** Changes with the words of the consent and of what stands above it. */
const WORDS = "2026-12";

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
function recordedName(recorded: Recorded): string {
  const kind = recordedKind(recorded);
  return kind === "all" ? "" : `-${kind}`;
}

export function recordedKind({ audio, video }: Recorded): "all" | "sound" | "picture" | "text" {
  if (audio && video) return "all";
  if (audio) return "sound";
  return video ? "picture" : "text";
}
