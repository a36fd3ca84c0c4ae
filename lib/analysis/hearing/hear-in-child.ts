import { askChild } from "../../children/ask-child.ts";
import { ChildEnded } from "../../children/child-ended.ts";
import type { ChildLimits } from "../../children/child-limits.ts";
import { describeError, logger } from "../../logger.ts";
import type { HearAgain, HeardAgain } from "./hear-again.ts";

const CHILD = new URL("./hearing-child.ts", import.meta.url);

/** What may be read takes seconds (hear-again.ts): a process that needs ten times as much is not going to end. */
const LIMITS: ChildLimits = { cpuSeconds: 60, wallMs: 300_000, heapMib: 512, residentMib: 896 };

/** How spoken answers are scored as they could as well have been heard. Null: nobody could tell. */
export type Hearer = (work: HearAgain) => Promise<HeardAgain | null>;

/** In a process of its own, so that whoever asks stays responsive. That one dies or takes too long costs the error, never the score. */
export const hearInChild: Hearer = (work) => hearWithin(LIMITS, work);

/** The same within other limits. */
export async function hearWithin(limits: ChildLimits, work: HearAgain): Promise<HeardAgain | null> {
  try {
    const { heard } = await askChild<{ heard: HeardAgain | null }>({ script: CHILD, request: work, limits });
    return heard;
  } catch (error) {
    const end = error instanceof ChildEnded ? error.end : {};
    logger.warn({ ...describeError(error), ...end }, "scores have no error: the answers could not be heard again");
    return null;
  }
}
