import type { FileHandle } from "node:fs/promises";
import type { ByteRange } from "./storage.ts";

const CHUNK_BYTES = 256 * 1024;

/**
 * Reads a range of an open file as it is asked for, and closes the file at the end, at an error or when cancelled. Written by hand
 * because `Readable.toWeb(createReadStream(…))` throws uncaught errors when a reader goes away. Nothing is read ahead.
 */
export function streamFile(file: FileHandle, { start, end }: ByteRange): ReadableStream<Uint8Array<ArrayBuffer>> {
  let position = start;
  return new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      async pull(controller) {
        try {
          if (position <= end) {
            const wanted = Math.min(CHUNK_BYTES, end + 1 - position);
            const { bytesRead, buffer } = await file.read(new Uint8Array(wanted), 0, wanted, position);
            if (bytesRead === 0) throw new Error("The file became shorter while it was read.");
            position += bytesRead;
            controller.enqueue(buffer.subarray(0, bytesRead));
          }
          if (position > end) {
            await file.close();
            controller.close();
          }
        } catch (error) {
          await file.close();
          throw error;
        }
      },
      cancel: () => file.close(),
    },
    { highWaterMark: 0 },
  );
}
