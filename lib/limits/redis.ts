import { env } from "../env.ts";
import { describeError, logger } from "../logger.ts";

/** Loaded only where there is a Redis: it takes a tenth of the time in which a web process starts. */
const loaded = env().redisUrl ? await import("redis") : undefined;

export type RedisClient = ReturnType<typeof import("redis").createClient>;

const LONGEST_WAIT_MS = 5_000;

let client: RedisClient | undefined;

/**
 * The one connection of this process. While Redis is away commands fail at once instead of waiting, so that counting in
 * memory can stand in; it is looked for again by itself.
 */
export function redis(url: string): RedisClient {
  if (client) return client;
  if (!loaded) throw new Error("There is no Redis: REDIS_URL is not set.");
  client = loaded.createClient({
    url,
    disableOfflineQueue: true,
    socket: { connectTimeout: 2_000, reconnectStrategy: (tries) => Math.min(100 * 2 ** tries, LONGEST_WAIT_MS) },
  });
  let wasAway = false;
  client.on("error", (error) => {
    if (!wasAway)
      logger.warn(describeError(error), "Redis is away: limits are counted in this process until it is back");
    wasAway = true;
  });
  client.on("ready", () => {
    if (wasAway) logger.info("Redis is back");
    wasAway = false;
  });
  client.connect().catch(() => undefined); // told by "error" above, and tried again
  return client;
}

/** For tests and for a process that ends. */
export async function disconnectRedis(): Promise<void> {
  const open = client;
  client = undefined;
  open?.destroy();
}
