import type { Metadata } from "next";
import { WebhookList } from "@/components/settings/webhooks/webhook-list.tsx";
import { presentWebhook } from "@/lib/present/v1/webhook.ts";
import { listWithLatest } from "@/lib/webhooks/manage/read.ts";
import { requireUser } from "../../require-user.ts";
import { ForOwners } from "../for-owners.tsx";

export const metadata: Metadata = { title: "Webhooks" };

export default async function WebhooksPage() {
  const { actor, may } = await requireUser("/settings/webhooks");
  if (!may("webhooks.manage")) return <ForOwners title="Webhooks are for owners" />;
  const listed = await listWithLatest(actor);
  return <WebhookList webhooks={listed.map(({ webhook, latest }) => ({ ...presentWebhook(webhook), latest }))} />;
}
