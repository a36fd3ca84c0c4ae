import { PgBoss } from "pg-boss";
import { env } from "../env.ts";
import { describeError, logger } from "../logger.ts";
import { createQueues } from "./queues.ts";

// Hot reload makes this module anew; the connections must not pile up. Each is of one database.
const held = globalThis as { talentflowBoss?: Promise<PgBoss>; talentflowBossOf?: string };

/**
 * The queue's client of this process, started at first use. Only the worker tends the queues (`supervise`); web
 * processes just add to them.
 */
export function boss(role: "producer" | "worker" = "producer"): Promise<PgBoss> {
  const { database } = env();
  const of = database.kind === "external" ? database.url : "";
  if (held.talentflowBoss && held.talentflowBossOf === of) return held.talentflowBoss;
  const started = start(role).catch((error) => {
    if (held.talentflowBoss === started) held.talentflowBoss = undefined; // the next use tries again
    throw error;
  });
  [held.talentflowBoss, held.talentflowBossOf] = [started, of];
  return started;
}

export async function stopBoss(): Promise<void> {
  const running = await held.talentflowBoss;
  held.talentflowBoss = undefined;
  await running?.stop({ graceful: true, timeout: 8_000 });
}

async function start(role: "producer" | "worker"): Promise<PgBoss> {
  const { database } = env();
  if (database.kind !== "external")
    throw new Error("No database address: start through `npm start`, or set DATABASE_URL.");
  const instance = new PgBoss({
    connectionString: database.url,
    application_name: `talentflow-queue-${role}`,
    max: role === "worker" ? 4 : 2,
    schedule: false,
    supervise: role === "worker",
    monitorIntervalSeconds: 5,
    superviseIntervalSeconds: 5,
  });
  instance.on("error", (error) => logger.warn(describeError(error), "the queue's database connection failed"));
  await instance.start();
  await createQueues(instance);
  return instance;
}
