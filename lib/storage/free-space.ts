import { statfs } from "node:fs/promises";

/** Room that recordings leave to everything else on the disk, the database first. */
export const RESERVE_BYTES = 256 * 1024 ** 2;

/** How many bytes may still be written to the disk that a folder is on. */
export async function freeBytesOf(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}
