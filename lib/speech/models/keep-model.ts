import { basename } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { env, type SpeechSettings } from "../../env.ts";
import { logger } from "../../logger.ts";
import { type CatalogueModel, hears, modelNamed } from "../catalogue.ts";
import { hearFile } from "../engine/hear-file.ts";
import type { SpeechModel } from "../speech-model.ts";
import type { SpeechReason, SpeechState } from "../speech-state.ts";
import { isPath, usableModels, wantedModels } from "./choose-model.ts";
import { type InstallStep, installModel } from "./install-model.ts";
import { findInstalled } from "./installed-models.ts";
import { isFinal, reasonOf } from "./model-error.ts";
import { modelsFolder, stateFile } from "./models-folder.ts";
import { readModelFolder } from "./read-model-folder.ts";
import type { Hear } from "./self-test.ts";
import { type StateKeeper, stateKeeper } from "./state-keeper.ts";
import { testInstalled } from "./test-installed.ts";

export type KeepModel = {
  /** Hears how things stand whenever that changes. */
  onState?: (state: SpeechState) => void;
  signal: AbortSignal;
  /** Absent: the engine. */
  hear?: Hear;
  settings?: Pick<SpeechSettings, "model" | "mirror">;
  folder?: string;
  /** Others than the catalogue's, one after the other. */
  wanted?: readonly CatalogueModel[];
  /** How long after a failure it is tried again; the last holds from then on. */
  retryMs?: readonly number[];
  /** How often it is looked whether somebody has installed one, or taken one away. */
  lookMs?: number;
};

type Kept = KeepModel & Required<Pick<KeepModel, "settings" | "folder" | "hear">> & { keeper: StateKeeper };

const MINUTE_MS = 60_000;
const RETRY_MS = [MINUTE_MS, 5 * MINUTE_MS, 30 * MINUTE_MS];
const LOOK_MS = 5_000;

/**
 * Sees to it that this machine has a model to write down words with, for as long as the worker runs: finds the one that is to be used,
 * fetches it where it is the catalogue's, tries again later where that fails, and takes the next where one does not pass its test.
 * It ends when the signal says so, or at once where recognition is off.
 */
export async function keepModel(options: KeepModel): Promise<void> {
  const { settings = env().speech, folder = modelsFolder(), hear = hearFile, signal, lookMs = LOOK_MS } = options;
  const keeper = stateKeeper(stateFile(folder), options.onState ?? (() => {}));
  const kept: Kept = { ...options, settings, folder, hear, keeper };
  if (settings.model === "off") {
    keeper.say({ state: "off" });
    return keeper.written();
  }
  const plan = { failures: 0, retryAt: 0 };
  while (!signal.aborted) {
    await settle(kept, plan).catch((error: unknown) => {
      if (!signal.aborted) failed(kept, plan, settings.model, error);
    });
    await delay(lookMs, undefined, { signal }).catch(() => {});
  }
  await keeper.written();
}

/** When it is tried again, and how often it failed by now. */
type Plan = { failures: number; retryAt: number };

async function settle(kept: Kept, plan: Plan): Promise<void> {
  const { settings, folder, keeper } = kept;
  if (isPath(settings.model)) return takeFolder(kept);
  if (settings.model !== "default" && !modelNamed(settings.model)) return takeByHand(kept);
  let passedOver: SpeechReason | null = null;
  for (const wanted of kept.wanted ?? wantedModels(settings.model)) {
    const found = await findInstalled(folder, wanted.name);
    if (found?.verdict === "ready") return use(keeper, found.model, passedOver);
    if (found?.verdict === "refused" && isFinal(found.reason)) {
      passedOver ??= found.reason;
      continue;
    }
    const other = settings.model === "default" || passedOver ? await hearingEnglish(kept) : undefined;
    if (other) return use(keeper, other, passedOver);
    if (Date.now() < plan.retryAt) return;
    try {
      await install(kept, wanted);
      plan.failures = 0;
    } catch (error) {
      if (kept.signal.aborted) return;
      const reason = reasonOf(error, wanted.shortName);
      if (!isFinal(reason)) return failed(kept, plan, wanted.shortName, error);
      logger.warn(
        { speech_model: wanted.shortName, reason: reason.code, ...reason.params },
        "the speech model is not used",
      );
    }
    return settle(kept, plan);
  }
  const other = await hearingEnglish(kept);
  if (other) return use(keeper, other, passedOver);
  keeper.say({ state: "refused", model: passedOver?.params.model?.toString() ?? null, reason: passedOver });
}

/** Whatever lies here already, as one that was brought along by hand. */
async function hearingEnglish({ settings, folder }: Kept): Promise<SpeechModel | undefined> {
  return (await usableModels({ settings, folder })).find(({ languages }) => hears(languages, "en"));
}

function use(keeper: StateKeeper, { name, languages, sha256 }: SpeechModel, reason: SpeechReason | null): void {
  const before = keeper.last();
  if (before?.state !== "ready" || before.sha256 !== sha256) logger.info({ speech_model: name }, "speech model ready");
  keeper.say({ state: "ready", model: name, languages: [...languages], sha256, reason });
}

async function takeFolder({ settings, keeper }: Kept): Promise<void> {
  try {
    use(keeper, await readModelFolder(settings.model), null);
  } catch (error) {
    const name = basename(settings.model);
    refuse(keeper, name, reasonOf(error, name));
  }
}

/** A name that the catalogue does not know may be one that was installed by hand. */
async function takeByHand({ settings, folder, keeper, hear, signal }: Kept): Promise<void> {
  const found = await findInstalled(folder, settings.model);
  if (found?.verdict === "untested") return use(keeper, await testInstalled(found.folder, hear, signal), null);
  if (found?.verdict === "ready") return use(keeper, found.model, null);
  const unknown: SpeechReason = { code: "unknown_model", params: { model: settings.model } };
  refuse(keeper, settings.model, found?.verdict === "refused" ? found.reason : unknown);
}

function refuse(keeper: StateKeeper, model: string, reason: SpeechReason): void {
  if (keeper.last()?.state !== "refused") {
    logger.warn({ speech_model: model, reason: reason.code, ...reason.params }, "the speech model cannot be used");
  }
  keeper.say({ state: "refused", model, reason });
}

async function install({ folder, hear, signal, settings, keeper }: Kept, wanted: CatalogueModel): Promise<void> {
  const about = { model: wanted.shortName, languages: [...wanted.languages] };
  const sizes = (step: InstallStep) =>
    step.state === "fetching" ? { fetchedBytes: step.fetchedBytes, totalBytes: wanted.bytes } : {};
  await installModel(wanted, {
    folder,
    hear,
    signal,
    mirror: settings.mirror,
    onStep: (step) => keeper.say({ ...about, state: step.state, ...sizes(step) }),
  });
}

/** One plain line each time, and when it is tried again. */
function failed({ keeper, retryMs = RETRY_MS }: Kept, plan: Plan, model: string, error: unknown): void {
  const reason = reasonOf(error, model);
  const waitMs = retryMs[Math.min(plan.failures, retryMs.length - 1)] ?? MINUTE_MS;
  plan.failures += 1;
  plan.retryAt = Date.now() + waitMs;
  const about = { speech_model: model, reason: reason.code, ...reason.params, retry_in_ms: waitMs };
  logger.warn(about, "the speech model could not be fetched");
  keeper.say({ state: "waiting", model, reason, retryAt: new Date(plan.retryAt).toISOString() });
}
