import { expect, test, vi } from "vitest";
import { emptyDatabase } from "../../testing/database/migrations.ts";

test("the engine goes on where its module is loaded anew in the same process", async () => {
  const url = await emptyDatabase();
  for (const _ of ["first", "again"]) {
    vi.resetModules();
    const { diffSchemas, readSchema } = await import("./schema-engine.ts");
    expect(await diffSchemas(url, null, await readSchema())).toContain('CREATE TABLE "interviews"');
  }
});
