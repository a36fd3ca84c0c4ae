import { type FileHandle, open } from "node:fs/promises";
import type { ServerResponse } from "node:http";
import { FILE_BODY_HEADER, type FileBody, parseFileBody } from "../../http/file-body.ts";
import { describeError, logger } from "../../logger.ts";

/*
 * Sends recordings past Next, as reverse proxies do for `X-Accel-Redirect`. A web stream needs a new buffer for each chunk; a few of
 * them make V8 collect the whole heap of the process, 30 to 60 ms at a time, which every other request then waits for. Here a file
 * goes out through a few buffers that are used again and again.
 */

const CHUNK_BYTES = 256 * 1024;
/** Kept for the next file: more at once are made as they are needed and thrown away. */
const MAX_SPARE = 32;
const spare: Buffer[] = [];

/**
 * Makes an answer that names a file in `FILE_BODY_HEADER` end with that file. It is read as the client takes it, and let go of at the
 * end, at an error, or when the client goes away.
 */
export function sendNamedFile(response: ServerResponse): void {
  const { writeHead, end } = response;
  const write = response.write.bind(response);
  let named: FileBody | null = null;

  response.writeHead = ((...args: Parameters<typeof writeHead>) => {
    const header = response.getHeader(FILE_BODY_HEADER);
    if (typeof header === "string") {
      response.removeHeader(FILE_BODY_HEADER);
      named = parseFileBody(header);
    }
    return Reflect.apply(writeHead, response, args);
  }) as typeof writeHead;

  response.end = ((...args: Parameters<typeof end>) => {
    if (!response.headersSent && response.hasHeader(FILE_BODY_HEADER)) response.writeHead(response.statusCode);
    const body = named;
    if (!body) return Reflect.apply(end, response, args);
    named = null;
    send(body, write, response).then(
      () => Reflect.apply(end, response, args),
      (error: unknown) => {
        if (!response.destroyed) logger.error({ ...describeError(error) }, "a file could not be sent");
        response.destroy();
      },
    );
    return response;
  }) as typeof end;
}

type Write = (chunk: Uint8Array, sent: (error?: Error | null) => void) => boolean;

async function send({ path, start, end }: FileBody, write: Write, response: ServerResponse): Promise<void> {
  const file = await open(path, "r");
  try {
    const buffer = spare.pop() ?? Buffer.allocUnsafeSlow(CHUNK_BYTES);
    for (let position = start; position <= end; ) {
      const chunk = await read(file, buffer, position, end);
      await sent(chunk, write, response);
      position += chunk.byteLength;
    }
    // Only now is it sure that nobody reads it any more: after an error the kernel may not be done with it.
    if (spare.length < MAX_SPARE) spare.push(buffer);
  } finally {
    await file.close();
  }
}

async function read(file: FileHandle, buffer: Buffer, position: number, end: number): Promise<Buffer> {
  const wanted = Math.min(buffer.byteLength, end + 1 - position);
  const { bytesRead } = await file.read(buffer, 0, wanted, position);
  if (bytesRead === 0) throw new Error("The file became shorter while it was read.");
  return buffer.subarray(0, bytesRead);
}

/** Resolves once the chunk has left this process; rejects when the client has gone. */
function sent(chunk: Buffer, write: Write, response: ServerResponse): Promise<void> {
  return new Promise((resolve, reject) => {
    const gone = () => reject(new Error("The client went away."));
    if (response.destroyed) return gone();
    response.once("close", gone);
    write(chunk, (error) => {
      response.off("close", gone);
      if (error) reject(error);
      else resolve();
    });
  });
}
