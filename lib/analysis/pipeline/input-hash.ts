import { createHash } from "node:crypto";
import type { ScorerIdentity } from "../scorer.ts";
import type { InterviewInput } from "./interview-input.ts";

/**
 * What an analysis was made of: the answers, the questions with what they ask for, the template's rules, the scorer with the
 * versions of its rubric and prompt, and its model. SHA-256, hex. Equal hashes: the same work.
 */
export function inputHash(input: InterviewInput, identity: ScorerIdentity): string {
  return createHash("sha256")
    .update(JSON.stringify(sorted([input, identity])))
    .digest("hex");
}

/** Objects with their keys in order, so that the order of writing makes no difference. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, entry]) => [key, sorted(entry)]));
}
