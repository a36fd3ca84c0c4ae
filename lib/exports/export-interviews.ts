import { Readable } from "node:stream";
import type { ExportFormat, ExportQuery } from "../contract/v1/exports.ts";
import * as auditEvents from "../db/audit-events.ts";
import { db } from "../db/client.ts";
import { databaseNow } from "../db/clock.ts";
import * as exports from "../db/exports.ts";
import type { InterviewFilter } from "../db/interview-filter.ts";
import type { Actor } from "../domain/actor.ts";
import type { ListPosition } from "../domain/list-position.ts";
import { type Cell, COLUMNS } from "./columns.ts";
import { csv } from "./csv.ts";
import { filterOf } from "./export-filter.ts";
import { jsonl } from "./jsonl.ts";
import { streamBody } from "./stream-body.ts";
import { xlsx } from "./xlsx.ts";

/** A page has at most so many rows, and so much of what was said and asked, unless one row alone has more. */
const PAGE_ROWS = 100;
const PAGE_TEXT_BYTES = 2 * 1024 * 1024;

const CONTENT_TYPES: Record<ExportFormat, string> = {
  csv: "text/csv; charset=utf-8; header=present",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  jsonl: "application/jsonl; charset=utf-8",
};

/** Pages are large enough already: none is read before it is asked for. */
const AHEAD = { objectMode: false, highWaterMark: 1 };

export type Export = {
  body: ReadableStream<Uint8Array<ArrayBuffer>>;
  contentType: string;
  fileName: string;
  /** Interviews that match and are not in it: their candidates ask for their data to be deleted. */
  leftOut: number;
};

/**
 * The organisation's interviews as a file. It is read page by page while it is taken, so neither its length nor a slow
 * reader costs memory; who goes away ends it.
 */
export async function exportInterviews(actor: Actor, query: ExportQuery): Promise<Export> {
  const now = await databaseNow(db());
  const { format, bom, ...filter } = query;
  await auditEvents.append(db(), actor, "export.made", {
    kind: "organization",
    id: actor.organizationId,
    detail: { format, filter: JSON.parse(JSON.stringify(filter)) },
  });
  const wanted = filterOf(query);
  const pages = readPages(actor, wanted, now);
  return {
    body: streamBody(Readable.from(write(format, pages, bom === "1"), AHEAD)),
    contentType: CONTENT_TYPES[format],
    fileName: `interviews-${now.toISOString().slice(0, 10)}.${format}`,
    leftOut: await exports.countLeftOut(db(), wanted, actor.organizationId, now),
  };
}

function write(format: ExportFormat, pages: AsyncIterable<Cell[][]>, bom: boolean): AsyncIterable<Uint8Array> {
  switch (format) {
    case "csv":
      return csv(withNames(pages), { bom });
    case "xlsx":
      return xlsx(withNames(pages));
    case "jsonl":
      return jsonl(pages);
  }
}

async function* withNames(pages: AsyncIterable<Cell[][]>): AsyncGenerator<Cell[][]> {
  yield [COLUMNS.map(({ name }) => name)];
  yield* pages;
}

async function* readPages({ organizationId }: Actor, filter: InterviewFilter, now: Date): AsyncGenerator<Cell[][]> {
  let from: ListPosition | null = null;
  for (;;) {
    const stretch: exports.ExportStretch = { organizationId, from, limit: PAGE_ROWS, now };
    const limit = await exports.countFitting(db(), filter, stretch, PAGE_TEXT_BYTES);
    const rows: exports.ExportRow[] = limit > 0 ? await exports.listRows(db(), filter, { ...stretch, limit }) : [];
    if (rows.length === 0) return;
    yield rows.map((row) => COLUMNS.map(({ read }) => read(row, now)));
    from = rows.at(-1) ?? null;
  }
}
