import type { ServerResponse } from "node:http";
import { takeWait } from "../../http/wrong-links.ts";

/** Answers a page that was not found with 429, where its address has asked for too many that there are not. */
export function slowWrongLinks(response: ServerResponse, requestId: string): void {
  const writeHead = response.writeHead;
  response.writeHead = ((...args: Parameters<typeof writeHead>) => {
    const seconds = args[0] === 404 ? takeWait(requestId) : undefined;
    if (seconds !== undefined) {
      response.setHeader("retry-after", seconds);
      args[0] = 429;
    }
    return Reflect.apply(writeHead, response, args);
  }) as typeof writeHead;
  response.once("close", () => takeWait(requestId)); // a page that broke off
}
