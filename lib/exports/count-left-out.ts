import type { InterviewFilter } from "../contract/interview-list.ts";
import { db } from "../db/client.ts";
import * as exports from "../db/exports.ts";
import type { Actor } from "../domain/actor.ts";
import { filterOf } from "./export-filter.ts";

/** How many interviews an export by this filter leaves out, because their candidates ask for their data to be deleted. */
export function countLeftOut({ organizationId }: Actor, filter: InterviewFilter): Promise<number> {
  return exports.countLeftOut(db(), filterOf(filter), organizationId, new Date());
}
