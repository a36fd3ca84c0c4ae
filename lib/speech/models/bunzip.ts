import { on } from "node:events";
import { Worker } from "node:worker_threads";
import type { BunzipData, BunzipSaid } from "./bunzip-thread.ts";
import { ModelError } from "./model-error.ts";

/** Pieces of a megabyte that may lie ready. */
const AHEAD = 4;

/**
 * What a bzip2 file unpacks to, piece by piece, as fast as it is read.
 *
 * @throws ModelError `unsafe_archive` where it is damaged or none
 */
export async function* bunzip(archive: string): AsyncGenerator<Uint8Array> {
  const asked = new Int32Array(new SharedArrayBuffer(4));
  const workerData: BunzipData = { archive, wanted: asked.buffer };
  const thread = new Worker(new URL("./bunzip-thread.ts", import.meta.url), { workerData });
  const want = (pieces: number) => {
    Atomics.add(asked, 0, pieces);
    Atomics.notify(asked, 0);
  };
  try {
    want(AHEAD);
    for await (const [said] of on(thread, "message") as AsyncIterable<[BunzipSaid]>) {
      if ("end" in said) return;
      if ("damaged" in said) throw new ModelError("unsafe_archive", { rule: "damaged", how: said.damaged });
      yield said.piece;
      want(1);
    }
  } finally {
    await thread.terminate();
  }
}
