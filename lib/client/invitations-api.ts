import { mutationOptions } from "@tanstack/react-query";
import { InterviewAnswer } from "../contract/v1/interviews.ts";
import { CreatedInterviewAnswer, type CreateInterviewBody } from "../contract/v1/new-interviews.ts";
import { fetchJson } from "./fetch-json.ts";

/* Inviting is not repeated by itself: a second attempt would make a second link. */

export const inviteMutation = () =>
  mutationOptions({
    mutationKey: ["invitations", "create"],
    mutationFn: (json: CreateInterviewBody) => fetchJson(CreatedInterviewAnswer, "/api/v1/interviews", { json }),
  });

const revokeUrl = (interviewId: string) => `/api/v1/interviews/${interviewId}/revoke`;

/** Revoking twice is revoking once. */
export async function revokeInvitation(interviewId: string): Promise<void> {
  await fetchJson(InterviewAnswer, revokeUrl(interviewId), { method: "POST" });
}

/** The same while the page is being left: nobody waits for the answer. */
export function revokeOnLeaving(interviewId: string): void {
  navigator.sendBeacon(revokeUrl(interviewId));
}
