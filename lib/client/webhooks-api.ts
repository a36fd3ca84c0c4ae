import { infiniteQueryOptions, mutationOptions } from "@tanstack/react-query";
import { DoneAnswer } from "../contract/interview-answers.ts";
import {
  type CreateWebhookBody,
  type Delivery,
  DeliveryAnswer,
  DeliveryList,
  type ReplayWebhookBody,
  type UpdateWebhookBody,
  WebhookAnswer,
  WebhookReplayAnswer,
  WebhookSecretAnswer,
} from "../contract/v1/webhooks.ts";
import type { DeliveryStatus } from "../domain/webhook-status.ts";
import { fetchJson } from "./fetch-json.ts";

/* What the settings do with webhooks. Nothing is repeated by itself: a second attempt would make a second one. */

const url = (id: string, what = "") => `/api/v1/webhooks/${id}${what}`;

export const createWebhookMutation = () =>
  mutationOptions({
    mutationKey: ["webhooks", "create"],
    mutationFn: (json: CreateWebhookBody) => fetchJson(WebhookSecretAnswer, "/api/v1/webhooks", { json }),
  });

export const updateWebhookMutation = (id: string) =>
  mutationOptions({
    mutationKey: ["webhooks", id, "update"],
    mutationFn: (json: UpdateWebhookBody) => fetchJson(WebhookAnswer, url(id), { method: "PATCH", json }),
  });

export const deleteWebhookMutation = (id: string) =>
  mutationOptions({
    mutationKey: ["webhooks", id, "delete"],
    mutationFn: () => fetchJson(DoneAnswer, url(id), { method: "DELETE" }),
  });

export const rotateSecretMutation = (id: string) =>
  mutationOptions({
    mutationKey: ["webhooks", id, "rotate"],
    mutationFn: () => fetchJson(WebhookSecretAnswer, url(id, "/rotate-secret"), { method: "POST" }),
  });

export const sendTestMutation = (id: string) =>
  mutationOptions({
    mutationKey: ["webhooks", id, "test"],
    mutationFn: () => fetchJson(DeliveryAnswer, url(id, "/test"), { method: "POST" }),
  });

export const replayMutation = (id: string) =>
  mutationOptions({
    mutationKey: ["webhooks", id, "replay"],
    mutationFn: (json: ReplayWebhookBody) => fetchJson(WebhookReplayAnswer, url(id, "/replay"), { json }),
  });

export const redeliverMutation = (id: string) =>
  mutationOptions({
    mutationKey: ["webhooks", id, "redeliver"],
    mutationFn: (deliveryId: string) =>
      fetchJson(DeliveryAnswer, url(id, `/deliveries/${deliveryId}/redeliver`), { method: "POST" }),
  });

/** Something was just asked for. */
const SOON_MS = 1_500;
const LATER_MS = 15_000;

/** A delivery that was asked for again, and how often it had been tried by then. */
export type AwaitedDelivery = { id: string; attempts: number };

/**
 * The log of a webhook, which reads itself again: soon while something new is on its way, else now and then.
 * @param awaited what the reader waits for
 */
export const deliveriesQuery = (id: string, status: DeliveryStatus | null, awaited: AwaitedDelivery | null) =>
  infiniteQueryOptions({
    queryKey: ["webhooks", id, "deliveries", status],
    queryFn: ({ signal, pageParam: cursor }) => {
      const search = new URLSearchParams({ ...(status ? { status } : {}), ...(cursor ? { cursor } : {}) });
      return fetchJson(DeliveryList, url(id, `/deliveries?${search}`), { signal });
    },
    initialPageParam: "",
    getNextPageParam: ({ next_cursor }) => next_cursor,
    refetchInterval: ({ state }) => {
      const known = state.data?.pages.flatMap(({ data }) => data) ?? [];
      const isAwaitedDelivery = (one: Delivery) => one.id === awaited?.id && one.attempt_count === awaited.attempts;
      return known.some((one) => isFresh(one) || isAwaitedDelivery(one)) ? SOON_MS : LATER_MS;
    },
  });

function isFresh({ status, attempt_count }: Delivery): boolean {
  return status === "pending" && attempt_count === 0;
}
