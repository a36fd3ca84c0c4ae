import { type Cell, COLUMNS } from "./columns.ts";

/** One JSON object a line, UTF-8. What is text with JSON in it elsewhere is JSON here. @param pages without a row of names */
export async function* jsonl(pages: AsyncIterable<Cell[][]>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const rows of pages) yield encoder.encode(rows.map(line).join(""));
}

function line(row: Cell[]): string {
  const values = COLUMNS.map(({ name, json }, index) => {
    const cell = row[index] ?? null;
    return [name, json && typeof cell === "string" ? JSON.parse(cell) : cell];
  });
  return `${oneLineOf(JSON.stringify(Object.fromEntries(values)))}\n`;
}

/** JSON lets these stand in a text as they are; many readers of lines (Python's `splitlines`, JavaScript's own old rules) end a line at them. */
function oneLineOf(json: string): string {
  return json.replace(/[\u0085\u2028\u2029]/g, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
