import { isIP } from "node:net";
import { z } from "zod";
import { oneLine, says } from "../../contract/fields.ts";
import { EVENT_TYPE_NAMES } from "../../domain/event-types.ts";
import { env } from "../../env.ts";
import { isPublicAddress } from "../deliver/public-address.ts";
import { isLocalName, isReceiverPort } from "../deliver/receiver-host.ts";

/**
 * Where a webhook leads: https on the open internet, unless the server is configured for private networks. A name is only
 * looked up when something is sent, and every time then.
 */
const WebhookUrl = z
  .string(says("text"))
  .trim()
  .max(2_000, says("characters_at_most"))
  .transform((text, context) => {
    const problem = problemOf(text);
    if (problem === null) return withoutFragment(new URL(text));
    context.addIssue(problem);
    return z.NEVER;
  });

function problemOf(text: string): string | null {
  if (!URL.canParse(text)) return says("web_address");
  const { allowPrivate } = env().webhooks;
  const url = new URL(text);
  const { protocol, username, password, hostname } = url;
  if (protocol !== "https:" && !(allowPrivate && protocol === "http:")) return says("with_https");
  if (username || password) return says("no_credentials");
  if (!isReceiverPort(url)) return says("receiver_port");
  const host = hostname.replace(/^\[|\]$/g, "");
  const isPublic = isIP(host) ? isPublicAddress(host) : !isLocalName(host);
  return allowPrivate || isPublic ? null : says("public_address");
}

function withoutFragment(url: URL): string {
  url.hash = "";
  return url.href;
}

const Description = z.union([z.string().trim().length(0), oneLine(200)]);
const Events = z
  .array(z.enum(EVENT_TYPE_NAMES))
  .transform((events) => EVENT_TYPE_NAMES.filter((type) => events.includes(type)));

export const NewWebhook = z.object({
  url: WebhookUrl,
  description: Description.default(""),
  events: Events.default([]),
});

export const WebhookChange = z.object({
  url: WebhookUrl.optional(),
  description: Description.optional(),
  events: Events.optional(),
  enabled: z.boolean().optional(),
});
