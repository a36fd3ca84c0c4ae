import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { WebhookScreen } from "@/components/settings/webhooks/webhook-screen.tsx";
import { AppError } from "@/lib/errors.ts";
import { presentWebhook } from "@/lib/present/v1/webhook.ts";
import { getWebhook } from "@/lib/webhooks/manage/read.ts";
import { requireUser } from "../../../require-user.ts";
import { ForOwners } from "../../for-owners.tsx";

export const metadata: Metadata = { title: "Webhook" };

export default async function WebhookPage({ params }: PageProps<"/settings/webhooks/[webhook_id]">) {
  const { webhook_id: id } = await params;
  const { actor, may } = await requireUser(`/settings/webhooks/${id}`);
  if (!may("webhooks.manage")) return <ForOwners title="Webhooks are for owners" />;
  const webhook = await getWebhook(id, actor).catch((error) => {
    if (error instanceof AppError && error.code === "webhook_not_found") notFound();
    throw error;
  });
  return <WebhookScreen webhook={presentWebhook(webhook)} />;
}
