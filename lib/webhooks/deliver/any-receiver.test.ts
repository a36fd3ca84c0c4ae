import { afterAll, expect, test } from "vitest";
import { db, transaction } from "../../db/client.ts";
import { randomFrom } from "../../domain/random.ts";
import { emitEvent } from "../../events/emit-event.ts";
import { stopBoss } from "../../queue/boss.ts";
import { testDatabase } from "../../testing/database/database.ts";
import { answerOk, answerStatus, type Behaviour, testNetwork, testReceiver } from "../../testing/webhooks/receiver.ts";
import { deliveriesOf, testWebhook } from "../../testing/webhooks/webhook.ts";
import { deliver } from "./deliver.ts";
import { allFinished } from "./finish-later.ts";

await testDatabase();
afterAll(stopBoss);

const network = testNetwork({ timeoutMs: 10_000 });
const EVENTS = [1, 2, 3, 4];
const SEEDS = [20_261_129, 20_261_130, 20_261_131];

const afterAMoment: Behaviour = (received, response) => void setTimeout(() => answerOk(received, response), 20);
const breakOff: Behaviour = (_, response) => void response.destroy();
const TROUBLE = [answerStatus(500), answerStatus(302), answerStatus(429, { "retry-after": "60" }), breakOff];

test.each(SEEDS)(
  "whatever a receiver does and however many workers send, it takes each event once, in order (seed %i)",
  async (seed) => {
    const random = randomFrom(seed);
    const pick = <T>(from: readonly T[]) => from[Math.floor(random() * from.length)];
    const taken: number[] = [];
    const receiver = await testReceiver((received, response) => {
      const trouble = random() < 0.4 ? pick(TROUBLE) : undefined;
      if (!trouble) taken.push((JSON.parse(received.body) as { data: { version: number } }).data.version);
      (trouble ?? pick([answerOk, afterAMoment]) ?? answerOk)(received, response);
    });
    const { organizationId, interviewId, webhookId } = await testWebhook(receiver.url);
    for (const version of EVENTS) {
      const data = { version, provisional: false };
      await transaction((tx) => emitEvent(tx, { organizationId, interviewId, type: "recording.ready", data }));
    }
    while (await db().webhookDelivery.count({ where: { webhookId, status: "pending" } })) {
      // As when the time for the next try has come, and a schedule is never at its end.
      const again = { nextAttemptAt: new Date(0), attemptCount: 0 };
      await db().webhookDelivery.updateMany({ where: { webhookId, status: "pending" }, data: again });
      const workers = Array.from({ length: 1 + Math.floor(random() * 3) }, () =>
        deliver({ webhookId, interviewId }, network, random() < 0.5 ? "quick" : "slow"),
      );
      await Promise.all(workers);
      await allFinished();
    }
    expect(taken).toEqual(EVENTS);
    expect(receiver.mostOpen).toBe(1);
    const kept = (await deliveriesOf(webhookId)).flatMap(({ attempts }) => attempts);
    expect(kept).toHaveLength(receiver.received.length);
  },
);
