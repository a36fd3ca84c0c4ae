import { expect, it } from "vitest";
import { db } from "../db/client.ts";
import { STORAGE_FOLDERS } from "../storage/storage.ts";
import { testDatabase } from "../testing/database/database.ts";
import { STORED } from "./inventory/recordings.ts";
import { INVENTORY } from "./inventory.ts";

await testDatabase();

/** What the database calls a column. */
const columnName = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const linesOf = (columns: object) => Object.keys(columns).map(columnName).sort();

it("has a line for every column that the database has, and for none that it has not", async () => {
  const columns = await db().$queryRaw<{ table: string; column: string }[]>`
    SELECT c.table_name AS table, c.column_name AS column FROM information_schema.columns c
    JOIN information_schema.tables t USING (table_schema, table_name)
    WHERE c.table_schema = current_schema() AND t.table_type = 'BASE TABLE' AND c.table_name <> '_prisma_migrations'`;
  const tables = Map.groupBy(columns, ({ table }) => table);
  const found = [...tables.values()].map((each) =>
    each
      .map(({ column }) => column)
      .sort()
      .join(" "),
  );
  const known = Object.values(INVENTORY).map(({ columns }) => linesOf(columns).join(" "));
  expect(known.sort()).toEqual(found.sort());
});

it("says why of everything that it keeps of a candidate", () => {
  for (const [table, { whose, columns }] of Object.entries(INVENTORY)) {
    for (const [column, treatment] of Object.entries(columns)) {
      const why = typeof treatment === "object" && "keep" in treatment ? treatment.keep : null;
      if (why !== null) expect(why.length, `${whose} ${table}.${column}`).toBeGreaterThan(10);
    }
  }
});

it("finds a candidate's files by prefixes that no other candidate's begin with", () => {
  expect(Object.keys(STORED).sort()).toEqual([...STORAGE_FOLDERS].sort());
  const subject = { organizationId: "", interviewIds: [], sessionIds: ["a"], credentials: [], words: [] };
  expect(STORED.recordings.prefixes({ ...subject, candidateId: 1 })).toEqual(["recordings/interview_session_1_*"]);
  expect(STORED.parts.prefixes({ ...subject, candidateId: 1 })).toEqual(["parts/a"]);
});
