import { transaction } from "../db/client.ts";
import * as consents from "../db/consents.ts";
import * as interviews from "../db/interviews.ts";
import { emitEvent } from "../events/emit-event.ts";
import { consentWordsFor } from "./consent-words.ts";

/**
 * The candidate has their invitation before them, with the words that they are asked to agree to: those are kept. The first time is
 * kept, too, and told to the webhooks.
 */
export function noteOpened(token: string): Promise<void> {
  return transaction(async (tx) => {
    const opened = await interviews.markOpened(tx, token);
    const interview = await interviews.findByToken(tx, token);
    if (!interview) return;
    const { id: interviewId, organizationId } = interview;
    const { kept } = await consentWordsFor(tx, await interviews.getWithSession(tx, interviewId));
    await consents.keepShown(tx, interviewId, kept);
    if (opened) await emitEvent(tx, { organizationId, interviewId, type: "interview.opened", data: {} });
  });
}
