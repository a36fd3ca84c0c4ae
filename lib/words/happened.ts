import type { Params, ParamsOf, Sentences } from "./catalogue.ts";
import type { deliveries } from "./en/deliveries.ts";
import type { events } from "./en/events.ts";
import type { failures } from "./en/failures.ts";

/* Apart from the words themselves, which whoever only says that something happened does not need. */

/** Something that happened, as it is stored. `message`: words that are the sender's own. */
export type Happened = { code: string; say?: string; params?: Params; message?: string };

/** What can be told of a sitting and its recording: the code, or `code:which`. */
export type EventKey = keyof typeof events;

/** Something that happened in a sitting, with what stands in its words; whatever else is given along is for programs. */
export const event = teller<typeof events>();

/** Why a delivery to a webhook failed, or a webhook was disabled. */
export const fault = teller<typeof deliveries>();

/** Why a model's service could not be used. */
export const failure = teller<typeof failures>();

type Told<Sentence extends string> =
  Record<never, never> extends ParamsOf<Sentence> ? [params?: Params] : [params: ParamsOf<Sentence> & Params];

function teller<English extends Sentences>() {
  return <Key extends keyof English & string>(key: Key, ...[params]: Told<English[Key]>): Happened => {
    const [code = key, say] = key.split(":");
    return { code, ...(say === undefined ? {} : { say }), ...(params === undefined ? {} : { params }) };
  };
}

/** The key of what says it. */
export function keyOf({ code, say }: { code: string; say?: string | null }): string {
  return say == null ? code : `${code}:${say}`;
}
