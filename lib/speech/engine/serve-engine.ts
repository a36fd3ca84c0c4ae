import { writeFileSync } from "node:fs";
import { constants, setPriority } from "node:os";
import { serveTask, tellParent } from "../../children/serve-task.ts";
import { SoundUnreadable } from "../sound/sound-error.ts";
import { hasLanguage } from "./languages-of.ts";
import { type Load, listen } from "./listen.ts";
import type { EngineProgress, EngineReply, EngineRequest } from "./protocol.ts";

/** The side of the process that hears: one file, and it ends. Whoever uploads, or waits for a page, comes first. @param load other models than the engine's */
export function serveEngine(load?: Load): void {
  serveTask<EngineRequest, EngineReply>(async (request) => {
    stepBack();
    let stage: EngineProgress["stage"] = "loading";
    if (![request.model, request.second].every((model) => !model || hasLanguage(model, request.language))) {
      return { refused: "language" };
    }
    const tell = (progress: EngineProgress) => {
      stage = progress.stage;
      tellParent({ progress });
    };
    try {
      return { heard: await listen(request, tell, load) };
    } catch (error) {
      if (stage === "loading") return { refused: "model_unreadable" };
      if (error instanceof SoundUnreadable) return { refused: "sound_unreadable" };
      throw error; // it ends this process, and whoever asked hears that it broke
    }
  });
}

/**
 * The lowest priority there is, before a thread is started that would have another. Linux may weigh whole groups of processes against each
 * other (sched(7), autogroup), and this one leads its own. Where a system allows none of it, the others are only a little slower.
 */
function stepBack(): void {
  const { PRIORITY_LOW } = constants.priority;
  for (const lower of [
    () => setPriority(PRIORITY_LOW),
    () => writeFileSync("/proc/self/autogroup", `${PRIORITY_LOW}`),
  ]) {
    try {
      lower();
    } catch {}
  }
}
