import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, DriverAdapterError } from "@prisma/driver-adapter-utils";
import type { DiffTarget, MigrationDirectory, MigrationList, SchemaEngine } from "@prisma/schema-engine-wasm";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";

/*
 * Prisma's schema engine as WebAssembly. `prisma migrate` wants a native binary that it downloads from the vendor, which
 * many networks refuse; this is the same engine from the package registry, so `prisma/migrations` stays a plain Prisma
 * Migrate folder and `prisma migrate deploy` works on it too.
 */

const SCHEMA_PATH = fileURLToPath(new URL("../../prisma/schema.prisma", import.meta.url));
export const MIGRATIONS_DIR = fileURLToPath(new URL("../../prisma/migrations/", import.meta.url));

/** No table or enum is managed by somebody else. */
export const NO_FILTER = { externalTables: [], externalEnums: [] };

type WasmGlue = { __wbg_set_wasm(exports: WebAssembly.Exports): void };

/** Loads the engine's code into its JavaScript bindings; doing it again would lose the engines that exist. */
async function loadWasm(): Promise<void> {
  const path = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const module = await WebAssembly.compile(await readFile(path.replace(/\.js$/, ".wasm")));
  const instance = await WebAssembly.instantiate(module, { "./schema_engine_bg.js": importsOfEngine() });
  (bindings as unknown as WasmGlue).__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
}

/** The engine leaves a timer of ten seconds behind for its own lock, and no process should have to wait for that. */
function importsOfEngine(): WebAssembly.ModuleImports {
  const imports = { ...bindings } as unknown as WebAssembly.ModuleImports;
  for (const name of Object.keys(imports)) {
    if (!name.startsWith("__wbg_setTimeout")) continue;
    imports[name] = (callback: () => void, ms: number) => setTimeout(callback, ms).unref();
  }
  return imports;
}

/**
 * Prisma's adapter cuts a script at every semicolon, also inside a comment or a function's body, and runs the pieces one
 * by one. Sent as a whole, PostgreSQL parses the script itself and applies all of it or none.
 */
class WholeScriptAdapter extends PrismaPg {
  override async connect() {
    const adapter = await super.connect();
    adapter.executeScript = async (script) => {
      try {
        await adapter.underlyingDriver().query(script);
      } catch (error) {
        if (!(error instanceof pg.DatabaseError)) throw error;
        const { code = "", severity = "", message, detail, column, hint } = error;
        throw new DriverAdapterError({ kind: "postgres", code, severity, message, detail, column, hint });
      }
    };
    return adapter;
  }
}

let loaded: Promise<void> | undefined;

/** Runs `work` with an engine connected to `databaseUrl`, and closes its connections afterwards. */
export async function withSchemaEngine<T>(databaseUrl: string, work: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  loaded ??= loadWasm();
  await loaded;
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  const adapter = bindMigrationAwareSqlAdapterFactory(new WholeScriptAdapter(pool));
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

/** The migrations folder as the engine takes it, oldest first. */
export async function readMigrations(baseDir: string = MIGRATIONS_DIR): Promise<MigrationList> {
  const entries = await readdir(baseDir, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const migrationDirectories = await Promise.all(
    names.sort().map(async (path): Promise<MigrationDirectory> => {
      const content = await readFile(`${baseDir}/${path}/migration.sql`, "utf8");
      return { path, migrationFile: { path: "migration.sql", content: { tag: "ok", value: content } } };
    }),
  );
  const lockfile = { path: "migration_lock.toml", content: await readFile(`${baseDir}/migration_lock.toml`, "utf8") };
  return { baseDir, lockfile, shadowDbInitScript: "", migrationDirectories };
}
