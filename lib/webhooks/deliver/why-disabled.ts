import type { StopReason } from "../../domain/webhook-delivery.ts";
import { fault, type Happened } from "../../words/happened.ts";

/** Why a webhook is disabled when one of its deliveries stops so, for a person to read; null: it goes on. */
export function whyDisabled(reason: StopReason, eventType: string): Happened | null {
  if (reason === "unreadable_secret") return fault("secret_unreadable");
  if (reason === "gone") return fault("gone");
  if (reason === "given_up") return fault("given_up", { type: eventType });
  return null;
}
