import type { Db } from "../db/client.ts";
import * as cutSettings from "../db/cut-settings.ts";
import * as versions from "../db/template-versions.ts";
import { onlyCorrectsWording } from "./corrects-wording.ts";

/**
 * Gives the cuts of a version to those after it, as far as each only corrects the wording of the one before. Call it while the template
 * is held: when a version is published, and when cuts are set for one that is not the latest any more.
 */
export async function passOnCuts(tx: Db, templateId: string, number: number): Promise<void> {
  let from = await versions.findNumbered(tx, templateId, number);
  for (let next = number + 1; from; next++) {
    const to = await versions.findNumbered(tx, templateId, next);
    if (!to || !onlyCorrectsWording(from.content, to.content)) return;
    if ((await cutSettings.inherit(tx, from.id, to.id)) === 0) return;
    from = to;
  }
}
