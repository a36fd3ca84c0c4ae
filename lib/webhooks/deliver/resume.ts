import { type Db, transaction } from "../../db/client.ts";
import { databaseNow } from "../../db/clock.ts";
import * as deliveries from "../../db/webhook-deliveries.ts";
import * as webhooks from "../../db/webhooks.ts";
import { wakeFeed } from "../../events/wake-feed.ts";
import { addJob } from "../../queue/add-job.ts";

const AT_ONCE = 100;

/** Everything that waits for a webhook is tried now: it works again, or has a new address. */
export async function resumeSoon(tx: Db, webhookId: string): Promise<void> {
  await deliveries.restart(tx, webhookId, await databaseNow(tx));
  await addJob(tx, "webhook.resume", { webhookId, after: null });
}

/** Wakes up the interviews that have something waiting, a hundred at a time. */
export async function resume({ webhookId, after }: { webhookId: string; after: string | null }): Promise<void> {
  await transaction(async (tx) => {
    const feeds = await deliveries.listFeeds(tx, webhookId, after, AT_ONCE);
    const slow = await webhooks.isSlow(tx, webhookId);
    for (const feed of feeds) await wakeFeed(tx, feed, { slow });
    const last = feeds.at(-1);
    if (last && feeds.length === AT_ONCE) {
      await addJob(tx, "webhook.resume", { webhookId, after: last.interviewId });
    }
  });
}
