import type { ModelName } from "../db/models.ts";
import { BOOKKEEPING_TABLES } from "./inventory/bookkeeping.ts";
import { INTERVIEW_TABLES } from "./inventory/interviews.ts";
import { RECORDING_TABLES } from "./inventory/recordings.ts";
import type { Table } from "./inventory/treatment.ts";

/**
 * The map of personal data: of every table and every column whose it is, how it is found and what erasing a candidate does with it. A
 * column without a line does not compile. Erasing walks it in this order, so tables that refer to others stand before them.
 */
export const INVENTORY = {
  ...BOOKKEEPING_TABLES,
  ...RECORDING_TABLES,
  ...INTERVIEW_TABLES,
} satisfies { [M in ModelName]: Table<M> };
