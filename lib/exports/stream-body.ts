import type { Readable } from "node:stream";

/**
 * An answer's body as a web stream that reads on demand and ends the request when it is cancelled, at any moment. Written by hand
 * because `Readable.toWeb` throws uncaught errors when a reader goes away.
 */
export function streamBody(body: Readable): ReadableStream<Uint8Array<ArrayBuffer>> {
  const chunks = body[Symbol.asyncIterator]();
  body.on("error", () => undefined); // told by the iterator; this one is for a body that is cancelled before it is read
  return new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      async pull(controller) {
        const { done, value } = await chunks.next();
        if (done) controller.close();
        else controller.enqueue(new Uint8Array(value));
      },
      cancel() {
        body.destroy(); // not `chunks.return()`, which would wait for a read that is under way
      },
    },
    { highWaterMark: 0 },
  );
}
