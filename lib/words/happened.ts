import type { Params, ParamsOf } from "./catalogue.ts";
import type { events } from "./en/events.ts";

/* Apart from the words themselves (event-words.ts), which whoever only says that something happened does not need. */

/** What can be told of a sitting and its recording: the code, or `code:which`. */
export type EventKey = keyof typeof events;

type EventParams<Key extends EventKey> = ParamsOf<(typeof events)[Key]>;

/** Something that happened, as it is stored. `message`: words that are the sender's own. */
export type Happened = { code: string; say?: string; params?: Params; message?: string };

/** Something of ours that happened, with what stands in its words; whatever else is given along is for programs. */
export function event<Key extends EventKey>(
  key: Key,
  ...[params = {}]: Record<never, never> extends EventParams<Key>
    ? [params?: Params]
    : [params: EventParams<Key> & Params]
): Happened {
  const [code = key, say] = key.split(":");
  return { code, ...(say === undefined ? {} : { say }), params };
}
