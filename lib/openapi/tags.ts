import type { Operation } from "../contract/operation.ts";

/** The chapters of the documentation, in order. */
export const TAGS: readonly { name: Operation["tag"]; description: string }[] = [
  { name: "Interview", description: "The flow of an interview: start, ask, answer, end." },
  { name: "Results", description: "What came of an interview: recording, transcript, scores." },
  { name: "Upload", description: "How a recording is uploaded, part by part." },
  { name: "Provisioning", description: "Candidates, templates and invitations." },
  { name: "Events", description: "Webhooks: being told what happens." },
  { name: "Account", description: "Keys, people and what was done." },
  { name: "Health", description: "Whether the installation works." },
];
