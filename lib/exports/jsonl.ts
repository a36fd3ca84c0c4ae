import { cellByCell, largeRowOf } from "./cell-by-cell.ts";
import { type Cell, COLUMNS } from "./columns.ts";

/** One JSON object a line, UTF-8. What is text with JSON in it elsewhere is JSON here. @param pages without a row of names */
export async function* jsonl(pages: AsyncIterable<Cell[][]>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const rows of pages) {
    const large = largeRowOf(rows);
    if (large) {
      let index = 0;
      for await (const cell of cellByCell(large)) {
        yield encoder.encode(`${index === 0 ? "{" : ","}${field(cell, index)}`);
        index += 1;
      }
      yield encoder.encode("}\n");
    } else yield encoder.encode(rows.map((row) => `{${row.map(field).join(",")}}\n`).join(""));
  }
}

function field(cell: Cell, index: number): string {
  const { name, json } = COLUMNS[index] as (typeof COLUMNS)[number];
  const value = json && typeof cell === "string" ? JSON.parse(cell) : cell;
  return `${JSON.stringify(name)}:${oneLineOf(JSON.stringify(value))}`;
}

/** JSON lets these stand in a text as they are; many readers of lines (Python's `splitlines`, JavaScript's own old rules) end a line at them. */
function oneLineOf(json: string): string {
  return json.replace(/[\u0085\u2028\u2029]/g, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
