import { ChildEnded } from "../../children/child-ended.ts";
import type { SpeechModel } from "../speech-model.ts";
import { manifestOf, readManifest, writeManifest } from "./manifest.ts";
import { ModelError, reasonOf } from "./model-error.ts";
import { readModelFolder } from "./read-model-folder.ts";
import { ENGINE, type Hear, selfTest } from "./self-test.ts";

/**
 * Tries an installed model and notes how it went: one that does not say the clip's words, or that the engine cannot be run with, is not
 * used by this version of the engine. What only came between, such as a machine that shuts down, is noted nowhere.
 *
 * @throws ModelError `self_test_failed`, `engine_failed`, `model_unreadable`; the signal's reason
 */
export async function testInstalled(place: string, hear: Hear, signal?: AbortSignal): Promise<SpeechModel> {
  const model = await readModelFolder(place);
  try {
    await selfTest(model, hear, signal);
  } catch (error) {
    signal?.throwIfAborted();
    if (isPassing(error)) throw new ModelError("unexpected", { how: howOf(error) }, { cause: error });
    const failure =
      error instanceof ModelError ? error : new ModelError("engine_failed", { how: howOf(error) }, { cause: error });
    await note(place, model, failure);
    throw failure;
  }
  await note(place, model, null);
  return model;
}

async function note(place: string, model: SpeechModel, failure: ModelError | null): Promise<void> {
  const manifest = (await readManifest(place)) ?? (await manifestOf(Object.values(model.files), null)); // put there by hand
  const reason = failure && reasonOf(failure, model.name);
  await writeManifest(place, { ...manifest, selfTest: { engine: ENGINE, at: new Date().toISOString(), reason } });
}

/** Its process was ended by somebody from outside, or never heard what to do: that says nothing of the model. */
function isPassing(error: unknown): boolean {
  const ended = error instanceof Error && error.cause instanceof ChildEnded ? error.cause : error;
  return ended instanceof ChildEnded && (ended.end.kind === "signal" || ended.end.kind === "not_told");
}

function howOf(error: unknown): string {
  return error instanceof Error ? error.message.slice(0, 200) : String(error);
}
