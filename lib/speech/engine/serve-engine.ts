import { serveTask, tellParent } from "../../children/serve-task.ts";
import { SoundUnreadable } from "../sound/sound-error.ts";
import { hasLanguage } from "./languages-of.ts";
import { type Load, listen } from "./listen.ts";
import type { EngineProgress, EngineReply, EngineRequest } from "./protocol.ts";

/** The side of the process that hears: one file, and it ends. @param load other models than the engine's */
export function serveEngine(load?: Load): void {
  serveTask<EngineRequest, EngineReply>(async (request) => {
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
