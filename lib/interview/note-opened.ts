import { transaction } from "../db/client.ts";
import * as interviews from "../db/interviews.ts";
import { emitEvent } from "../webhooks/emit-event.ts";

/** The candidate has their invitation before them. The first time is kept, and told to the webhooks. */
export function noteOpened(token: string): Promise<void> {
  return transaction(async (tx) => {
    const opened = await interviews.markOpened(tx, token);
    if (!opened) return;
    const { id: interviewId, organizationId } = opened;
    await emitEvent(tx, { organizationId, interviewId, type: "interview.opened", data: {} });
  });
}
