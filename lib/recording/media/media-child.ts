import { Worker } from "node:worker_threads";
import type { GuardData } from "./child-guard.ts";
import { JoinError } from "./join-error.ts";
import { MEDIA_TASKS, type MediaMessage, type MediaReply, type MediaRequest } from "./media-tasks.ts";
import { tellProgress } from "./progress.ts";

/*
 * The process that reads what came from outside: it does one task and ends. Its limits are held from outside its own loop, by the kernel,
 * by whoever started it and by a thread beside this one (child-guard.ts).
 */
process.once("disconnect", () => process.exit(1));
process.once("message", (request) => void answer(request as MediaRequest));

async function answer({ task, args, limits, parent }: MediaRequest): Promise<void> {
  await guard({ ...limits, parent });
  tellProgress((progress) => send({ progress }));
  const run = MEDIA_TASKS[task] as (...args: unknown[]) => ReturnType<(typeof MEDIA_TASKS)[typeof task]>;
  const reply: MediaReply = await run(...args).then((result) => ({ result }), describe);
  send(reply, () => process.exit(0));
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

function send(message: MediaMessage, sent: () => void = () => {}): void {
  process.send?.(message, sent);
}

function describe(error: unknown): MediaReply {
  if (!(error instanceof Error)) return { error: { name: "Error", message: String(error), code: null } };
  const code = "code" in error && typeof error.code === "string" ? error.code : null;
  const told = error instanceof JoinError ? { told: error.told } : {};
  return { error: { name: error.name, message: error.message, code, ...told } };
}
