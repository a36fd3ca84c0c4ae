import { strToU8, Zip, ZipDeflate } from "fflate";
import type { Cell } from "./columns.ts";
import {
  CONTENT_TYPES,
  PACKAGE_RELATIONS,
  SHEET_END,
  SHEET_START,
  STYLES,
  WORKBOOK,
  WORKBOOK_RELATIONS,
} from "./xlsx-parts.ts";

/** Excel's own bounds. */
const MAX_ROWS = 1_048_576;
const MAX_CELL_LENGTH = 32_767;

/** The style that marks a cell as text, as typing an apostrophe in front does: editing it makes no formula of it either. */
const AS_TEXT = 1;

/**
 * A workbook of one sheet (Office Open XML, ECMA-376), deflated while it is written: only a page of rows is ever in memory.
 * Texts are inline strings, which no spreadsheet evaluates; one beyond a cell's bound ends with “…”.
 * @param pages the first row of the first page names the columns
 * @throws Error after more rows than a sheet can have, so that none is left out silently
 */
export async function* xlsx(pages: AsyncIterable<Cell[][]>): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  const add = (path: string) => {
    const part = new ZipDeflate(path);
    zip.add(part);
    return (text: string, last = false) => part.push(strToU8(text), last);
  };
  add("[Content_Types].xml")(CONTENT_TYPES, true);
  add("_rels/.rels")(PACKAGE_RELATIONS, true);
  add("xl/workbook.xml")(WORKBOOK, true);
  add("xl/_rels/workbook.xml.rels")(WORKBOOK_RELATIONS, true);
  add("xl/styles.xml")(STYLES, true);
  const write = add("xl/worksheets/sheet1.xml");
  write(SHEET_START);
  let written = 0;
  for await (const rows of pages) {
    if (written + rows.length > MAX_ROWS) throw new Error("There are more interviews than a sheet can hold.");
    write(rows.map((row, index) => rowXml(row, written + index + 1)).join(""));
    written += rows.length;
    yield* ready.splice(0);
  }
  write(SHEET_END, true);
  zip.end();
  yield* ready.splice(0);
}

function rowXml(row: Cell[], number: number): string {
  return `<row r="${number}">${row.map((cell, index) => cellXml(cell, `${letters(index)}${number}`)).join("")}</row>`;
}

function cellXml(cell: Cell, place: string): string {
  if (cell === null) return "";
  if (typeof cell === "number") return `<c r="${place}"><v>${cell}</v></c>`;
  return `<c r="${place}" s="${AS_TEXT}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(withinCell(cell))}</t></is></c>`;
}

function withinCell(text: string): string {
  return text.length > MAX_CELL_LENGTH ? `${text.slice(0, MAX_CELL_LENGTH - 1)}…` : text;
}

/** XML 1.0 has no place for control characters or halves of a character. */
function escapeXml(text: string): string {
  return (
    text
      .toWellFormed()
      // a reader takes _x0041_ for the letter A (ECMA-376 part 1, ST_Xstring); its first sign escaped in the same way keeps it
      .replace(/_(?=x[\da-f]{4}_)/gi, "_x005F_")
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
      .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, "\uFFFD")
      .replaceAll("&", "&amp;")
      .replaceAll("<", "&lt;")
      .replaceAll(">", "&gt;")
      .replaceAll("\r", "&#13;")
  );
}

/** 0 → A, 25 → Z, 26 → AA. */
function letters(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? letters(rest - 1) : "") + String.fromCharCode(65 + (index % 26));
}
