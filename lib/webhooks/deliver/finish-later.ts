import { describeError, logger } from "../../logger.ts";

const unfinished = new Set<Promise<void>>();

/** Has work go on beside the job that began it. When it fails, or this process dies, another job makes up for it. */
export function finishLater(work: Promise<void>): void {
  const kept = work.catch((error: unknown) => logger.warn(describeError(error), "a delivery was not settled"));
  unfinished.add(kept);
  void kept.then(() => unfinished.delete(kept));
}

/** Resolves once nothing goes on any more. */
export async function allFinished(): Promise<void> {
  await Promise.all(unfinished);
}
