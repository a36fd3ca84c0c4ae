import { serveTask, tellParent } from "../../children/serve-task.ts";
import { JoinError } from "./join-error.ts";
import { MEDIA_TASKS, type MediaReply, type MediaRequest } from "./media-tasks.ts";
import { tellProgress } from "./progress.ts";

/* The process that reads what came from outside. */
serveTask<MediaRequest, MediaReply>(({ task, args }) => {
  tellProgress((progress) => tellParent({ progress }));
  const run = MEDIA_TASKS[task] as (...args: unknown[]) => ReturnType<(typeof MEDIA_TASKS)[typeof task]>;
  return run(...args).then((result) => ({ result }), describe);
});

function describe(error: unknown): MediaReply {
  if (!(error instanceof Error)) return { error: { name: "Error", message: String(error), code: null } };
  const code = "code" in error && typeof error.code === "string" ? error.code : null;
  const told = error instanceof JoinError ? { told: error.told } : {};
  return { error: { name: error.name, message: error.message, code, ...told } };
}
