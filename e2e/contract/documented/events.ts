import type { DocumentedRun } from "../../support/documented-run.ts";

type Secret = { webhook: { id: string } };
type Delivery = { delivery: { id: string } };

/** A webhook from its beginning to its end. Its address is nobody's, so that what is sent arrives nowhere. */
export async function runEvents(run: DocumentedRun): Promise<void> {
  const body = {
    url: "https://talentflow-receiver.invalid/hooks",
    description: "Our ATS",
    events: ["interview.completed", "analysis.completed"],
  };
  const { webhook } = await run.ask<Secret>("createWebhook", { body });
  const params = { webhook_id: webhook.id };
  await run.ask("listWebhooks");
  await run.ask("getWebhook", { params });
  await run.ask("updateWebhook", { params, body: { events: [] } });
  await run.ask("replayWebhook", { params, body: { since: "2026-11-01T00:00:00Z" } });
  await run.ask("rotateWebhookSecret", { params });
  const { delivery } = await run.ask<Delivery>("testWebhook", { params });
  await run.ask("listWebhookDeliveries", { params });
  const one = { ...params, delivery_id: delivery.id };
  await run.ask("getWebhookDelivery", { params: one });
  await run.ask("redeliverWebhook", { params: one });
  await run.ask("deleteWebhook", { params });
  await run.ask("getWebhook", { params, status: 404 });
}
