import { Worker } from "node:worker_threads";
import type { GuardData } from "./child-guard.ts";
import type { ChildLimits } from "./child-limits.ts";

export type Told = { limits: ChildLimits /** Process id of who asks. */; parent: number };

/**
 * The child's side: it does the one task that it is told, and ends. Its limits are held from outside its own loop, by the kernel, by whoever
 * started it and by a thread beside this one (child-guard.ts).
 * @param answer never throws: an error cannot travel, so what becomes of it is part of the answer
 */
export function serveTask<Request, Reply extends object>(answer: (request: Request & Told) => Promise<Reply>): void {
  process.once("disconnect", () => process.exit(1));
  process.once("message", async (message) => {
    const request = message as Request & Told;
    await guard({ ...request.limits, parent: request.parent });
    tellParent(await answer(request), () => process.exit(0));
  });
}

/** Says something to whoever asked: `{ progress }` before the answer. */
export function tellParent(message: object, sent: () => void = () => {}): void {
  process.send?.(message, sent);
}

function guard(workerData: GuardData): Promise<void> {
  const thread = new Worker(new URL("./child-guard.ts", import.meta.url), {
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: 32 },
  });
  return new Promise((resolve, reject) => {
    thread.once("message", () => resolve());
    thread.once("error", reject);
  });
}
