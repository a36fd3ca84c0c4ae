import { stringify } from "csv-stringify/sync";
import type { Cell } from "./columns.ts";
import { neutralise } from "./neutralise.ts";

const BYTE_ORDER_MARK = "\uFEFF";

/**
 * Comma-separated values by RFC 4180: CRLF between records, quotes around what needs them, UTF-8.
 * @param pages the first row of the first page names the columns
 * @param bom begins with a byte order mark, by which Excel knows the encoding
 */
export async function* csv(pages: AsyncIterable<Cell[][]>, { bom }: { bom: boolean }): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  if (bom) yield encoder.encode(BYTE_ORDER_MARK);
  for await (const rows of pages) yield encoder.encode(lines(rows));
}

function lines(rows: Cell[][]): string {
  const texts = rows.map((row) => row.map((cell) => (typeof cell === "string" ? neutralise(cell) : (cell ?? ""))));
  return stringify(texts, {
    record_delimiter: "\r\n",
    quoted_match: /[\r\n]/, // alone, either would end the record for some readers
    cast: { number: String },
  });
}
