import { migrate as applyMigrations } from "../../db/migrations/migrate.ts";
import { withServer } from "../../runtime/database.ts";
import { type Outcome, remark } from "../../runtime/outcome.ts";

export type MigrateOptions = { draft?: string };

export async function migrate({ draft }: MigrateOptions): Promise<Outcome> {
  if (draft !== undefined) return writeDraft(draft);
  const applied = await withServer((url) => applyMigrations(url, { say: remark }));
  const text = applied.map((name) => `Applied ${name}.`).join("\n");
  return { json: { applied }, text: text || "The database is up to date." };
}

async function writeDraft(name: string): Promise<Outcome> {
  const { draftMigration } = await import("../../runtime/draft-migration.ts");
  const file = await draftMigration(name);
  const text = file
    ? `Wrote ${file}. Read it before you keep it.`
    : "The schema holds nothing that the migrations lack.";
  return { json: { file }, text };
}
