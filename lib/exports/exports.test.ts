import { strFromU8, unzipSync } from "fflate";
import { readSheet } from "read-excel-file/node";
import { expect, test } from "vitest";
import { type Cell, COLUMNS } from "./columns.ts";
import { csv } from "./csv.ts";
import { jsonl } from "./jsonl.ts";
import { looksLikeFormula, neutralise } from "./neutralise.ts";
import { xlsx } from "./xlsx.ts";

const RUNS = [
  "=1+1",
  "+1",
  "-1",
  "@SUM(A1)",
  "\t=1",
  "\r=1",
  "\n=1",
  "  =1+1",
  "＝1+1",
  "＋1",
  "－1",
  "＠x",
  "=cmd|' /C calc'!A0",
  "-2+3+cmd|' /C calc'!A0",
  "+49 30 1234",
];

test.each(RUNS)("%j is made a text", (text) => {
  expect(looksLikeFormula(text)).toBe(true);
  expect(neutralise(text)).toBe(`'${text}`);
});

test.each(["", "Ada", "a=1", "1+1", "'=1", "e-mail@example.com", "[]", "ü=", "–"])("%j stays as it is", (text) => {
  expect(neutralise(text)).toBe(text);
});

async function* pages(...rows: Cell[][][]): AsyncGenerator<Cell[][]> {
  yield* rows;
}

async function gather(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  return Buffer.concat(await Array.fromAsync(chunks));
}

test("a row with a large text is written as any other, cell by cell", async () => {
  const large = 'say "so", '.repeat(60_000);
  const row: Cell[] = ["a,b", null, large, -5];
  const two = await gather(csv(pages([row, row]), { bom: false }));
  expect((await gather(csv(pages([row]), { bom: false }))).toString().repeat(2)).toBe(two.toString());
  const cells = COLUMNS.map(({ json }) => (json ? JSON.stringify([large]) : "one\u2028line"));
  const lines = await gather(jsonl(pages([cells, cells])));
  expect((await gather(jsonl(pages([cells])))).toString().repeat(2)).toBe(lines.toString());
  expect(Object.keys(JSON.parse(lines.toString().split("\n")[0] ?? ""))).toEqual(COLUMNS.map(({ name }) => name));
});

test("a CSV has CRLF between records and quotes around what needs them; our own numbers stay numbers", async () => {
  const text = await gather(
    csv(
      pages(
        [["name", "score"]],
        [['a "b", c', -5]],
        [
          ["x\ny", null],
          ["x\ry", 0.5],
        ],
      ),
      { bom: false },
    ),
  );
  expect(text.toString()).toBe('name,score\r\n"a ""b"", c",-5\r\n"x\ny",\r\n"x\ry",0.5\r\n');
});

test("a formula is neutralised before it is quoted", async () => {
  const text = await gather(csv(pages([['=HYPERLINK("x","y")']]), { bom: true }));
  expect(text.toString()).toBe(`\uFEFF"'=HYPERLINK(""x"",""y"")"\r\n`);
});

test("a workbook gives back what went in, over any number of pages", async () => {
  const rows = Array.from({ length: 30 }, (_, number): Cell[] => [`Row & <${number}>`, number - 10, null]);
  const file = await gather(xlsx(pages([["name", "number", "nothing"]], rows.slice(0, 10), rows.slice(10))));
  const [names, ...read] = await readSheet(file);
  expect(names).toEqual(["name", "number", "nothing"]);
  expect(read.map((row) => row.slice(0, 2))).toEqual(rows.map((row) => row.slice(0, 2)));
});

test("no text in a workbook is a formula, and each is marked as text for whoever edits it", async () => {
  const file = await gather(xlsx(pages([RUNS])));
  const parts = unzipSync(file);
  const sheet = strFromU8(parts["xl/worksheets/sheet1.xml"] as Uint8Array);
  expect(sheet).not.toContain("<f>");
  expect(sheet.match(/ s="1" t="inlineStr"/g)).toHaveLength(RUNS.length);
  expect(strFromU8(parts["xl/styles.xml"] as Uint8Array)).toContain('quotePrefix="1"');
  const [row] = await readSheet(file);
  expect(row?.[0]).toBe("=1+1");
});

test("a workbook holds neither what XML has no place for nor more than a cell can", async () => {
  const file = await gather(xlsx(pages([["a\u0000b\u001Fc\uD800d", "x".repeat(40_000)]])));
  const [row] = await readSheet(file);
  expect(row?.[0]).toBe("a\uFFFDb\uFFFDc\uFFFDd");
  expect(String(row?.[1])).toHaveLength(32_767);
  expect(String(row?.[1]).endsWith("…")).toBe(true);
});

test("what a reader of a workbook takes for an escape stays what it is", async () => {
  const texts = ["Ada _x0041_ _x000D_", "_x005F_", "_X00e9_", "_x_ _x12_ snake_x_case"];
  const file = await gather(xlsx(pages([texts])));
  const sheet = strFromU8(unzipSync(file)["xl/worksheets/sheet1.xml"] as Uint8Array);
  expect(sheet).toContain("Ada _x005F_x0041_ _x005F_x000D_");
  const written = [...sheet.matchAll(/preserve">([^<]*)</g)].map(([, text]) => text ?? "");
  const read = written.map((text) =>
    text.replace(/_x([\da-f]{4})_/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16))),
  );
  expect(read).toEqual(texts);
});

test("one interview is one line of JSON for every reader of lines", async () => {
  const name = "Ada\u2028Lovelace\u2029\u0085!";
  const row: Cell[] = COLUMNS.map((column) => (column.name === "candidate_name" ? name : null));
  const text = (await gather(jsonl(pages([row])))).toString();
  expect(text.split(/\r\n|[\n\r\u0085\u2028\u2029]/)).toHaveLength(2); // as Python's splitlines does
  expect(JSON.parse(text).candidate_name).toBe(name);
});

test("a sheet has columns beyond Z", async () => {
  const file = await gather(xlsx(pages([Array.from({ length: 60 }, (_, index) => index)])));
  expect((await readSheet(file))[0]).toEqual(Array.from({ length: 60 }, (_, index) => index));
});
