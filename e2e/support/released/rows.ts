import { query } from "./restore.ts";

/** The rows of a table by their primary keys. */
export type Rows = { table: string; key: string; keys: string[] };

const PRIMARY_KEYS = `
  SELECT c.relname AS "table", string_agg(format('%I', a.attname), ', ' ORDER BY array_position(i.indkey::int2[], a.attnum)) AS key
    FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (i.indkey)
   WHERE i.indisprimary AND c.relnamespace = 'public'::regnamespace GROUP BY 1 ORDER BY 1`;

/** Of every table that there is. */
export async function allRows(url: string): Promise<Rows[]> {
  const tables = (await query(url, PRIMARY_KEYS)) as { table: string; key: string }[];
  return Promise.all(tables.map(async ({ table, key }) => ({ table, key, keys: await keysOf(url, table, key) })));
}

/** Which of these rows the database has not, by `table key`. */
export async function missingRows(url: string, rows: readonly Rows[]): Promise<string[]> {
  const missing = rows.map(async ({ table, key, keys }) => {
    const there = new Set(await keysOf(url, table, key));
    return keys.filter((one) => !there.has(one)).map((one) => `${table} ${one}`);
  });
  return (await Promise.all(missing)).flat();
}

async function keysOf(url: string, table: string, key: string): Promise<string[]> {
  const rows = await query(url, `SELECT concat_ws(' ', ${key}) AS key FROM "${table}"`);
  return rows.map((row) => String(row.key));
}
