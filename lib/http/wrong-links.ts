import { CLIENT_ADDRESS_HEADER, REQUEST_ID_HEADER } from "../contract/headers.ts";
import { countGuess } from "../limits/guesses.ts";

// The web process and the pages it has bundled are one process with two copies of this module.
const held = globalThis as { talentflowWrongLinks?: Map<string, number> };

function waits(): Map<string, number> {
  held.talentflowWrongLinks ??= new Map();
  return held.talentflowWrongLinks;
}

/** Counts that a page was asked for by a link that leads nowhere, as a wrong token in an API request is. */
export async function countWrongLink(headers: Headers): Promise<void> {
  const seconds = await countGuess(headers.get(CLIENT_ADDRESS_HEADER) ?? "unknown");
  const requestId = headers.get(REQUEST_ID_HEADER);
  if (seconds > 0 && requestId) waits().set(requestId, seconds);
}

/** How long whoever sent this request should wait, once: a page itself can only say that there is nothing. */
export function takeWait(requestId: string): number | undefined {
  const seconds = waits().get(requestId);
  waits().delete(requestId);
  return seconds;
}
