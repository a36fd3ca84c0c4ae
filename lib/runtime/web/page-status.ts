import type { ServerResponse } from "node:http";
import { watchPage } from "../../health/page-faults.ts";

/** A database that was away is mostly back by then. */
const RETRY_AFTER_SECONDS = 5;

/**
 * Next answers 500 when a page cannot be drawn. Where that is because the database is away, full or too slow it is 503, which tells
 * balancers and crawlers to come again: nothing is wrong with the page.
 */
export function tellPageFaults(response: ServerResponse, requestId: string): void {
  const { fault, forget } = watchPage(requestId);
  const writeHead = response.writeHead;
  response.writeHead = ((status: number, ...rest: unknown[]) => {
    if (status !== 500 || fault() === null) return Reflect.apply(writeHead, response, [status, ...rest]);
    response.setHeader("retry-after", String(RETRY_AFTER_SECONDS));
    return Reflect.apply(writeHead, response, [503, ...rest]);
  }) as typeof writeHead;
  response.once("close", forget);
}
