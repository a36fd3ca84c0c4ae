import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MIGRATIONS_DIR } from "../db/migrations/migrations-folder.ts";
import { diffSchemas, readSchema } from "../db/migrations/schema-engine.ts";
import { startPostgres } from "./postgres/embedded-postgres.ts";
import { PROJECT_ROOT } from "./project-root.ts";

/**
 * For contributors who changed `prisma/schema.prisma`: writes the step from the schema as it was committed last to the
 * schema as it stands now as a new migration. It is a draft to read and, where data must move, to edit; a test checks
 * that the migrations folder arrives at the schema.
 *
 * @param name what it does, such as `add webhooks`
 * @returns the new file's path, or null when the schema holds nothing new
 */
export async function draftMigration(name: string): Promise<string | null> {
  const committed = execFileSync("git", ["show", "HEAD:prisma/schema.prisma"], { cwd: PROJECT_ROOT, encoding: "utf8" });
  const script = await withScratchDatabase(async (url) => diffSchemas(url, committed, await readSchema()));
  if (script === null) return null;
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const words = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_|_$/g, "");
  const folder = join(MIGRATIONS_DIR, `${stamp}_${words || "change"}`);
  await mkdir(folder);
  const file = join(folder, "migration.sql");
  await writeFile(file, script);
  return file;
}

/** The engine wants a database to talk to even where it only compares two schemas. */
async function withScratchDatabase<T>(work: (url: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "talentflow-draft-"));
  try {
    const postgres = await startPostgres(folder);
    try {
      return await work(postgres.url);
    } finally {
      await postgres.stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
