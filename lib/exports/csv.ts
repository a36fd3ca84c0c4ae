import { stringify } from "csv-stringify/sync";
import { cellByCell, largeRowOf } from "./cell-by-cell.ts";
import type { Cell } from "./columns.ts";
import { neutralise } from "./neutralise.ts";

const BYTE_ORDER_MARK = "\uFEFF";
const CRLF = "\r\n";

/**
 * Comma-separated values by RFC 4180: CRLF between records, quotes around what needs them, UTF-8.
 * @param pages the first row of the first page names the columns
 * @param bom begins with a byte order mark, by which Excel knows the encoding
 */
export async function* csv(pages: AsyncIterable<Cell[][]>, { bom }: { bom: boolean }): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  if (bom) yield encoder.encode(BYTE_ORDER_MARK);
  for await (const rows of pages) {
    const large = largeRowOf(rows);
    if (large) {
      let separator = "";
      for await (const cell of cellByCell(large)) {
        yield encoder.encode(separator + lines([[cell]]).slice(0, -CRLF.length));
        separator = ",";
      }
      yield encoder.encode(CRLF);
    } else yield encoder.encode(lines(rows));
  }
}

function lines(rows: Cell[][]): string {
  const texts = rows.map((row) => row.map((cell) => (typeof cell === "string" ? neutralise(cell) : (cell ?? ""))));
  return stringify(texts, {
    record_delimiter: CRLF,
    quoted_match: /[\r\n]/, // alone, either would end the record for some readers
    cast: { number: String },
  });
}
