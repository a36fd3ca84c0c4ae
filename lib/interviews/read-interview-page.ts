import type { InterviewFilter } from "../contract/interview-list.ts";
import type { Stretch } from "../db/interview-filter.ts";
import type { ListedRow } from "../db/interview-list.ts";
import type { Actor } from "../domain/actor.ts";
import { parseUuid } from "../domain/ids.ts";
import { parseListPosition } from "../domain/list-position.ts";
import { searchWords } from "../domain/search-words.ts";
import { listInterviews } from "./read.ts";

export const PAGE_SIZE = 25;

/** Some of the list, newest first, and whether there is more on either side. */
export type ReadPage = { rows: ListedRow[]; hasOlder: boolean; hasNewer: boolean };

/** One page of the organisation's interviews, to be leafed through both ways. */
export async function readInterviewPage(filter: InterviewFilter, actor: Actor): Promise<ReadPage> {
  const older = parseListPosition(filter.older ?? "", parseUuid);
  const newer = parseListPosition(filter.newer ?? "", parseUuid);
  const wanted = { words: searchWords(filter.search), state: filter.state };
  const read = (from: Stretch["from"]) => listInterviews(wanted, { from, limit: PAGE_SIZE + 1 }, actor); // one more tells whether there is another page
  if (newer) {
    const rows = await read({ newer });
    if (rows.length > PAGE_SIZE) return { rows: rows.slice(-PAGE_SIZE), hasOlder: true, hasNewer: true };
    // Nothing lies above these: show the first page whole instead of a short one.
  }
  const from = older && !newer ? { older } : null;
  const rows = await read(from);
  return { rows: rows.slice(0, PAGE_SIZE), hasOlder: rows.length > PAGE_SIZE, hasNewer: from !== null };
}
