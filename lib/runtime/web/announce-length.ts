import type { ServerResponse } from "node:http";
import { BODY_LENGTH_HEADER } from "../../contract/headers.ts";

/**
 * Next takes the Content-Length off every answer of a route, because a body may have been decoded on its way. Ours are
 * not: a route that streams says its length in a header of our own, which becomes the real one here, so that a download
 * shows its progress and HEAD tells the size.
 */
export function announceLength(response: ServerResponse): void {
  const writeHead = response.writeHead;
  response.writeHead = ((...args: Parameters<typeof writeHead>) => {
    const length = response.getHeader(BODY_LENGTH_HEADER);
    if (length !== undefined) {
      response.removeHeader(BODY_LENGTH_HEADER);
      response.setHeader("content-length", length);
    }
    return Reflect.apply(writeHead, response, args);
  }) as typeof writeHead;
}
