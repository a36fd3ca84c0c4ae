import type { Db } from "../db/client.ts";
import * as templates from "../db/templates.ts";
import { AppError } from "../errors.ts";

/**
 * Call it under `lockNames`, so that it still holds when it is written.
 * @throws AppError `template_name_taken`, `external_id_taken`
 */
export async function assertFree(
  tx: Db,
  organizationId: string,
  wanted: Parameters<typeof templates.findTaken>[2],
): Promise<void> {
  switch (await templates.findTaken(tx, organizationId, wanted)) {
    case "name":
      throw new AppError("template_name_taken");
    case "external_id":
      throw new AppError("external_id_taken:template");
  }
}
