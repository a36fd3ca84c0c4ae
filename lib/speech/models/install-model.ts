import { copyFile, mkdir, readdir, rename, rm, stat, unlink } from "node:fs/promises";
import { basename, join } from "node:path";
import { withFileLock } from "../../children/file-lock.ts";
import { syncFolders } from "../../storage/durable-folder.ts";
import { addressOf, CATALOGUE, type CatalogueModel } from "../catalogue.ts";
import type { SpeechModel } from "../speech-model.ts";
import { digestFile } from "./digest-file.ts";
import { discard, fetchArchive } from "./fetch-archive.ts";
import { findInstalled } from "./installed-models.ts";
import { roleOf } from "./layout.ts";
import { leaveRoom, roomToUnpack } from "./leave-room.ts";
import { manifestOf, writeManifest } from "./manifest.ts";
import { isFinal, ModelError } from "./model-error.ts";
import { arrivingFile, installLock, unpackingFolder } from "./models-folder.ts";
import { readModelFolder } from "./read-model-folder.ts";
import type { Hear } from "./self-test.ts";
import { testInstalled } from "./test-installed.ts";
import { unpackArchive } from "./unpack-archive.ts";

export type InstallStep = { state: "fetching"; fetchedBytes: number } | { state: "unpacking" | "testing" };

export type Installing = {
  /** The models' folder. */
  folder: string;
  hear: Hear;
  signal: AbortSignal;
  /** Where archives are fetched from instead of their maker's page. */
  mirror?: string;
  onStep?: (step: InstallStep) => void;
  freeBytes?: (folder: string) => Promise<number>;
};

/** What one may be called: nothing hidden, and nothing that leads elsewhere. */
const FOLDER_NAME = /^[A-Za-z0-9][\w.-]{0,99}$/;

/**
 * Fetches a model of the catalogue, unpacks it and tries it; where it lies there already it is only tried. One process at a time does so,
 * the others wait and find it. Wherever it is killed, the next one goes on.
 *
 * @throws ModelError; what was tried and failed stays, marked as refused
 */
export async function installModel(wanted: CatalogueModel, installing: Installing): Promise<SpeechModel> {
  const { folder, signal, mirror, onStep, freeBytes } = installing;
  return alone(installing, async () => {
    const found = await findInstalled(folder, wanted.name);
    if (found?.verdict === "ready") return found.model;
    const lies = found?.verdict === "untested" || (found?.verdict === "refused" && isFinal(found.reason));
    if (found && lies) return tried(found.folder, installing);
    const file = arrivingFile(folder, wanted.name);
    onStep?.({ state: "fetching", fetchedBytes: 0 });
    await fetchArchive({
      address: addressOf(wanted, mirror),
      file,
      bytes: wanted.bytes,
      sha256: wanted.sha256,
      onProgress: (fetchedBytes) => onStep?.({ state: "fetching", fetchedBytes }),
      signal,
      freeBytes,
    });
    onStep?.({ state: "unpacking" });
    const place = await unpackInto(file, wanted, installing);
    await discard(file);
    return tried(place, installing);
  });
}

/**
 * Installs what somebody has brought along: an archive of a maker's, or a folder as it unpacks to.
 *
 * @param wanted which of the catalogue it is meant to be; null: whatever it is
 * @throws ModelError; the disk's error where there is no such file
 */
export async function installFrom(
  path: string,
  wanted: CatalogueModel | null,
  installing: Installing,
): Promise<SpeechModel> {
  const isFolder = (await stat(path)).isDirectory();
  return alone(installing, async () => {
    installing.onStep?.({ state: "unpacking" });
    if (isFolder) return tried(await copyInto(path, wanted, installing), installing);
    const digest = await digestFile(path);
    const known = CATALOGUE.find(({ sha256 }) => sha256 === digest) ?? null;
    if (wanted && wanted !== known) throw new ModelError("wrong_digest", { file: basename(path) });
    return tried(await unpackInto(path, known, installing), installing);
  });
}

/** While no other process of this machine installs; what an earlier one left half done is gone then. */
async function alone<T>({ folder, signal }: Installing, work: () => Promise<T>): Promise<T> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return withFileLock(
    installLock(folder),
    async () => {
      const left = (await readdir(folder)).filter((name) => /^\.(unpacking|old)-/.test(name));
      await Promise.all(left.map((name) => rm(join(folder, name), { recursive: true, force: true })));
      return work();
    },
    signal,
  );
}

async function unpackInto(
  archive: string,
  known: CatalogueModel | null,
  { folder, signal, freeBytes }: Installing,
): Promise<string> {
  await leaveRoom(folder, roomToUnpack((await stat(archive)).size), freeBytes);
  const arriving = unpackingFolder(folder, known?.name ?? "archive");
  const { name } = await unpackArchive(archive, arriving, known?.files, signal);
  return settle(arriving, { name: known?.name ?? name, archiveSha256: await digestFile(archive) }, folder);
}

async function copyInto(path: string, wanted: CatalogueModel | null, { folder }: Installing): Promise<string> {
  const name = wanted?.name ?? basename(path);
  const { files } = await readModelFolder(path, name);
  const arriving = unpackingFolder(folder, "folder");
  await mkdir(arriving, { mode: 0o700 });
  for (const file of Object.values(files)) await copyFile(file, join(arriving, basename(file)));
  return settle(arriving, { name, archiveSha256: null }, folder);
}

/** Checks what has arrived, notes it, and gives it its name: from then on it is there, whole. */
async function settle(
  arriving: string,
  { name, archiveSha256 }: { name: string; archiveSha256: string | null },
  folder: string,
): Promise<string> {
  if (!FOLDER_NAME.test(name)) throw new ModelError("unsafe_archive", { rule: "odd_name", file: name });
  const { files } = await readModelFolder(arriving, name).catch(async (error) => {
    await rm(arriving, { recursive: true, force: true });
    throw error;
  });
  const used = Object.values(files).map((path) => basename(path));
  await dropUnused(arriving, used);
  await writeManifest(arriving, await manifestOf(Object.values(files), archiveSha256));
  const place = join(folder, name);
  await rename(place, join(folder, `.old-${name}`)).catch(() => {}); // mostly there is none
  await rename(arriving, place);
  await syncFolders(folder, place);
  await rm(join(folder, `.old-${name}`), { recursive: true, force: true });
  return place;
}

/** The same weights in more space, as makers put them beside. */
async function dropUnused(folder: string, used: readonly string[]): Promise<void> {
  const others = (await readdir(folder)).filter((name) => roleOf(name) !== null && !used.includes(name));
  await Promise.all(others.map((name) => unlink(join(folder, name))));
}

async function tried(place: string, { hear, signal, onStep }: Installing): Promise<SpeechModel> {
  onStep?.({ state: "testing" });
  return testInstalled(place, hear, signal);
}
