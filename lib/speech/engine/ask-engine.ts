import { askChild } from "../../children/ask-child.ts";
import { ChildEnded } from "../../children/child-ended.ts";
import type { ChildLimits } from "../../children/child-limits.ts";
import { SpeechError, type SpeechFailure } from "../speech-error.ts";
import { engineLimits } from "./engine-limits.ts";
import { primaryLanguage } from "./languages-of.ts";
import { type EngineHeard, type EngineProgress, EngineReply, type EngineRequest } from "./protocol.ts";

/** The process that hears; it ends with the file. */
export const ENGINE = new URL("./engine-child.ts", import.meta.url);

export type AskEngine = EngineRequest & {
  script?: URL | undefined;
  signal?: AbortSignal | undefined;
  /** How long the sound is, where that is known: what it may take goes by it. */
  soundSeconds?: number | undefined;
  /** Others than those of the model and the sound. */
  limits?: ChildLimits | undefined;
};

/** Native code that aborts says what V8 says that has no memory left; whoever was below this share of the limit had some. */
const NEAR_LIMIT = 0.8;

/**
 * Has a file heard in a process of its own: what breaks in there, or takes too much, costs this one try.
 *
 * @throws SpeechError with the reason; the signal's own reason where it was ended
 */
export async function askEngine(asked: AskEngine): Promise<EngineHeard> {
  const { script = ENGINE, signal, soundSeconds, limits, ...request } = asked;
  const language = primaryLanguage(request.language);
  const models = [request.model, ...(request.second ? [request.second] : [])];
  const fail = (failed: SpeechFailure, cause?: unknown) => new SpeechError(failed, request.model.name, { cause });
  const within =
    limits ??
    (await engineLimits(models, soundSeconds).catch((error: unknown) => {
      throw fail({ why: "model_unreadable" }, error);
    }));
  let stage: EngineProgress["stage"] | null = null;
  const onProgress = (progress: EngineProgress) => {
    stage = progress.stage;
  };
  const reply = await askChild<unknown, EngineProgress>({
    script,
    request: { ...request, language },
    limits: within,
    onProgress,
    signal,
  }).catch((error: unknown) => {
    if (error instanceof ChildEnded) throw fail(failureOf(error, within, stage), error);
    throw error;
  });
  const { success, data } = EngineReply.safeParse(reply);
  if (!success) throw fail({ why: "engine_crashed" });
  if ("refused" in data)
    throw fail(data.refused === "language" ? { why: "language", language } : { why: data.refused });
  return data.heard;
}

function failureOf(
  { end, residentMib }: ChildEnded,
  limits: ChildLimits,
  stage: EngineProgress["stage"] | null,
): SpeechFailure {
  if (end.kind === "limit" && end.limit !== "memory") return { why: "limit_reached", limit: end.limit };
  if (end.kind === "limit" && residentMib > limits.residentMib * NEAR_LIMIT) {
    return { why: "limit_reached", limit: "memory" };
  }
  const brokeByItself = end.kind === "limit" || end.kind === "broke";
  return { why: brokeByItself && stage === "loading" ? "model_unreadable" : "engine_crashed" };
}
