import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import type { DiffTarget, SchemaEngine } from "@prisma/schema-engine-wasm";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";

/*
 * Prisma's schema engine as WebAssembly, for contributors: it drafts the SQL of a migration from a changed schema. `prisma migrate`
 * wants a native binary that it downloads from the vendor, which many networks refuse; this is the same engine from the package
 * registry.
 */

const SCHEMA_PATH = fileURLToPath(new URL("../../../prisma/schema.prisma", import.meta.url));

/** No table or enum is managed by somebody else. */
export const NO_FILTER = { externalTables: [], externalEnums: [] };

type WasmGlue = { __wbg_set_wasm(exports: WebAssembly.Exports): void };

/** Loads the engine's code into its JavaScript bindings; doing it again would lose the engines that exist. */
async function loadWasm(): Promise<void> {
  const path = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const module = await WebAssembly.compile(await readFile(path.replace(/\.js$/, ".wasm")));
  const imports = { "./schema_engine_bg.js": bindings as unknown as WebAssembly.ModuleImports };
  const instance = await WebAssembly.instantiate(module, imports);
  (bindings as unknown as WasmGlue).__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
}

/** Kept beside the bindings, which a process has once: whoever gets this module anew (a test) finds the engine that is there. */
const LOADED = Symbol.for("talentflow.schema-engine");
const ofProcess = globalThis as typeof globalThis & { [LOADED]?: Promise<void> };

/**
 * Runs `work` with an engine connected to `databaseUrl`, and closes its connections afterwards.
 * @param connect how it talks to the database
 */
export async function withSchemaEngine<T>(
  databaseUrl: string,
  work: (engine: SchemaEngine) => Promise<T>,
  connect: (pool: pg.Pool) => PrismaPg = (pool) => new PrismaPg(pool),
): Promise<T> {
  ofProcess[LOADED] ??= loadWasm();
  await ofProcess[LOADED];
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  const adapter = bindMigrationAwareSqlAdapterFactory(connect(pool));
  const datamodels: [string, string][] = [[SCHEMA_PATH, await readSchema()]];
  try {
    const engine = await bindings.SchemaEngine.new({ datamodels }, () => {}, adapter);
    try {
      return await work(engine);
    } finally {
      engine.free();
    }
  } finally {
    await pool.end();
  }
}

/** The text of `prisma/schema.prisma`. */
export function readSchema(): Promise<string> {
  return readFile(SCHEMA_PATH, "utf8");
}

/**
 * The SQL that leads from one schema to another.
 *
 * @param databaseUrl any database: the engine insists on a connection but changes nothing
 * @param from null: from an empty database
 * @returns null when they agree
 */
export async function diffSchemas(databaseUrl: string, from: string | null, to: string): Promise<string | null> {
  const target = (content: string): DiffTarget => ({ tag: "schemaDatamodel", files: [{ path: SCHEMA_PATH, content }] });
  const { exitCode, stdout } = await withSchemaEngine(databaseUrl, (engine) =>
    engine.diff({
      from: from === null ? { tag: "empty" } : target(from),
      to: target(to),
      script: true,
      exitCode: true,
      filters: NO_FILTER,
    }),
  );
  const DIFFERENT = 2;
  return exitCode === DIFFERENT ? stdout : null;
}
