import { z } from "zod";
import { type InterviewState, LISTED_STATES, type ListedState } from "../domain/interview-state.ts";
import type { FinalStatus, JobStatus } from "../domain/status.ts";
import type { LookWords } from "../words/look-words.ts";
import { says } from "./fields.ts";

/* What the list of interviews hands to its page. Server and page are one deployment, so types are enough; what the page asks for is checked. */

export type InterviewFilter = {
  /** Words to find in the candidate's name or address. */
  search?: string | undefined;
  state?: ListedState | undefined;
  /** A cursor that an earlier page gave. Anything else is taken as no cursor. */
  older?: string | undefined;
  newer?: string | undefined;
};

export type ListedInterview = {
  id: string;
  candidate: { name: string; email: string };
  templateName: string;
  roleTitle: string;
  state: InterviewState;
  invitedAt: Date;
  expiresAt: Date;
  /** When it was taken; null before. */
  startedAt: Date | null;
  endedAt: Date | null;
  /** Since when the candidate asks for their data to be deleted: neither scores nor decisions are told then. */
  deletionRequestedAt: Date | null;
  analysis: {
    status: JobStatus;
    method: string | null;
    methodLabel: string | null;
    overallScore: number | null;
    recommendation: FinalStatus | null;
    /** How many questions the score rests on: `1 of 5`; null where it was not kept. */
    basis: string | null;
    /** Why a person must look, the most serious first. */
    looks: LookWords[];
  } | null;
  decision: FinalStatus | null;
  /** Whose it is, in words. */
  decidedBy: string | null;
  /** The candidate's link, while it opens something. Whoever holds it may take the interview. */
  url: string | null;
};

export type InterviewPage = {
  interviews: ListedInterview[];
  /** Cursors of the neighbouring pages; null where the list ends. */
  older: string | null;
  newer: string | null;
  /** Another page of the same version shows the same. */
  version: string;
};

const place = z.string().max(200, says("characters_at_most")).optional();

/** The filters of a page, as they stand in its address. */
export const ListVersionQuery = z.object({
  q: place,
  state: z.enum(LISTED_STATES, says("one_of_many")).optional(),
  older: place,
  newer: place,
});

export const ListVersionAnswer = z.object({ success: z.literal(true), version: z.string() });
