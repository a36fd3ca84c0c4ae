import { readFile, rename, stat, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { z } from "zod";
import { SpeechReason } from "../speech-state.ts";
import { digestFile } from "./digest-file.ts";

const FILE = "talentflow-model.json";

const SelfTest = z.object({
  /** With which engine; another may do better. */
  engine: z.string(),
  at: z.string(),
  /** Null: it passed. Else why it is not used. */
  reason: SpeechReason.nullable(),
});

const Manifest = z.object({
  /** Of the archive it came from; null: it came as a folder. */
  archiveSha256: z.string().nullable(),
  installedAt: z.string(),
  files: z.array(z.object({ name: z.string(), bytes: z.number().int(), sha256: z.string() })),
  /** Null: not tested yet. */
  selfTest: SelfTest.nullable(),
});

export type SelfTest = z.infer<typeof SelfTest>;
/** What was noted of a model when it was installed, beside its files: what they were then, and whether it passed its test. */
export type Manifest = z.infer<typeof Manifest>;

/** Null where the folder has none, as one that was not installed by us, or one that nobody can read. */
export async function readManifest(folder: string): Promise<Manifest | null> {
  try {
    return Manifest.parse(JSON.parse(await readFile(join(folder, FILE), "utf8")));
  } catch {
    return null;
  }
}

/** Whole or not at all. */
export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  const draft = join(folder, `${FILE}.${process.pid}`);
  await writeFile(draft, `${JSON.stringify(manifest, null, 2)}\n`, { flush: true });
  await rename(draft, join(folder, FILE));
}

/** Of files as they are now. */
export async function manifestOf(paths: readonly string[], archiveSha256: string | null): Promise<Manifest> {
  const files = paths.map(async (path) => {
    return { name: basename(path), bytes: (await stat(path)).size, sha256: await digestFile(path) };
  });
  return { archiveSha256, installedAt: new Date().toISOString(), files: await Promise.all(files), selfTest: null };
}
