import { MEDIA_TASKS, type MediaReply, type MediaRequest } from "./media-tasks.ts";

/*
 * The process that reads what came from outside: it does one task and ends. A parent that is killed closes the channel
 * without a word, and with it goes the work nobody waits for any more.
 */
process.once("disconnect", () => process.exit(1));
process.once("message", (request) => void answer(request as MediaRequest));

async function answer({ task, args }: MediaRequest): Promise<void> {
  const run = MEDIA_TASKS[task] as (...args: unknown[]) => ReturnType<(typeof MEDIA_TASKS)[typeof task]>;
  const reply: MediaReply = await run(...args).then((result) => ({ result }), describe);
  process.send?.(reply, () => process.disconnect());
}

function describe(error: unknown): MediaReply {
  if (!(error instanceof Error)) return { error: { name: "Error", message: String(error), code: null } };
  const code = "code" in error && typeof error.code === "string" ? error.code : null;
  return { error: { name: error.name, message: error.message, code } };
}
