import type { Operation } from "../contract/operation.ts";

/** Of the messages, which are no operations of this server. */
export const WEBHOOKS_TAG = "Webhook messages";

/** The chapters of the documentation, in order; each begins with these operations, the others follow by address. */
export const TAGS: readonly {
  name: Operation["tag"] | typeof WEBHOOKS_TAG;
  description: string;
  first?: readonly string[];
}[] = [
  {
    name: "Interview",
    description: "The flow of an interview: start, ask, answer, end.",
    first: ["startSession", "addQuestion", "addAnswer", "endSession"],
  },
  { name: "Results", description: "What came of an interview: recording, transcript, scores." },
  { name: "Upload", description: "How a recording is uploaded, part by part." },
  { name: "Provisioning", description: "Candidates, templates and invitations." },
  { name: "Events", description: "Webhooks: being told what happens." },
  // Operations of its own: generators make a file of each tag, and two of one name where webhooks share one with paths.
  { name: WEBHOOKS_TAG, description: "What a webhook is sent: operations of yours that this server calls." },
  { name: "Account", description: "Keys, people and what was done." },
  { name: "Health", description: "Whether the installation works." },
];

/** For sorting: chapter by chapter, and within one by `first`, address and method. */
export function byReading(one: Operation, other: Operation): number {
  const [a, b] = [placeOf(one), placeOf(other)];
  return a.chapter - b.chapter || a.rank - b.rank || compare(one.path, other.path) || compare(one.method, other.method);
}

function placeOf({ tag, id }: Operation): { chapter: number; rank: number } {
  const chapter = TAGS.findIndex(({ name }) => name === tag);
  const first = TAGS[chapter]?.first ?? [];
  const rank = first.indexOf(id);
  return { chapter, rank: rank === -1 ? first.length : rank };
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
