import { randomBytes, randomUUID } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * The key that signs recruiters' cookies and seals secrets in the database, made at the first start and kept for the owner of the
 * data folder alone. Two processes that start at once make one: a link to a finished file is there wholly or not at all.
 */
export function ensureAuthSecret(dataDir: string): string {
  return findAuthSecret(dataDir) ?? makeSecret(dataDir, fileIn(dataDir));
}

function makeSecret(dataDir: string, file: string): string {
  const draft = `${file}.${randomUUID()}`;
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  writeFileSync(draft, `${randomBytes(32).toString("hex")}\n`, { mode: 0o600, flag: "wx" });
  try {
    linkSync(draft, file);
  } catch (error) {
    // EEXIST: another process was first. All else: a file system without links.
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") renameSync(draft, file);
  } finally {
    rmSync(draft, { force: true });
  }
  return readFileSync(file, "utf8").trim();
}

/** The same, where it was made already. */
export function findAuthSecret(dataDir: string): string | null {
  try {
    return readFileSync(fileIn(dataDir), "utf8").trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    return null;
  }
}

function fileIn(dataDir: string): string {
  return join(dataDir, "auth-secret");
}
