import { freeBytesOf, RESERVE_BYTES } from "../../storage/free-space.ts";
import { ModelError } from "./model-error.ts";

/** Whisper's archives hold the same weights twice: 118 MB unpack to some 250, of which 104 stay. */
const UNPACKED = 2.5;

/** What an archive of this size may take for the time that it is unpacked, in bytes. */
export const roomToUnpack = (archiveBytes: number): number => Math.ceil(archiveBytes * UNPACKED);

/**
 * Takes nothing from the room that recordings leave to the database.
 *
 * @throws ModelError `disk_full` where the disk of a folder has not so many bytes to spare
 */
export async function leaveRoom(
  folder: string,
  bytes: number,
  freeBytes: (folder: string) => Promise<number> = freeBytesOf,
): Promise<void> {
  if ((await freeBytes(folder)) < bytes + RESERVE_BYTES) throw new ModelError("disk_full", { bytes });
}
