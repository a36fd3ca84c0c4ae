import { logger } from "../logger.ts";
import type { RedisClient } from "./redis.ts";

/** Longer than any healthy Redis takes, short enough for nobody to notice. */
const LONGEST_ANSWER_MS = 250;
/** After a command without an answer none is sent for this long: not every request shall wait to learn the same. */
const LEFT_ALONE_MS = 5_000;

/**
 * The commands that limiters use, for a Redis that may be connected and yet not answer (stopped, out of memory, behind a dead
 * link): they fail soon then, and at once for a while after, so that counting in memory can stand in.
 */
export function impatiently(client: RedisClient, longestAnswerMs = LONGEST_ANSWER_MS) {
  let leftAloneUntil = 0;
  const within = async <T>(send: () => Promise<T>): Promise<T> => {
    if (Date.now() < leftAloneUntil) throw new Error("Redis did not answer lately");
    const late = Promise.withResolvers<never>();
    const timer = setTimeout(() => {
      if (Date.now() >= leftAloneUntil)
        logger.warn("Redis does not answer: limits are counted in this process for now");
      leftAloneUntil = Date.now() + LEFT_ALONE_MS;
      late.reject(new Error("Redis did not answer in time"));
    }, longestAnswerMs);
    const answer = send();
    answer.catch(() => undefined); // after the time is up nobody waits for it
    return Promise.race([answer, late.promise]).finally(() => clearTimeout(timer));
  };
  return {
    eval: (...args: Parameters<RedisClient["eval"]>) => within(() => client.eval(...args)),
    del: (key: string) => within(() => client.del(key)),
    multi: () => {
      const multi = client.multi();
      const exec = multi.exec.bind(multi);
      multi.exec = ((...args: Parameters<typeof exec>) => within(() => exec(...args))) as typeof multi.exec;
      return multi;
    },
  };
}
