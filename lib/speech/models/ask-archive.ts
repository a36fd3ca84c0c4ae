import { ModelError } from "./model-error.ts";

const MAX_REDIRECTS = 5;
const REDIRECTS = [301, 302, 303, 307, 308];

/**
 * Asks for an archive from some byte on. Redirects are followed here and not by `fetch`: never from https to http, and so many.
 *
 * @param range from which byte, and what the server called the file then
 * @throws ModelError `no_network` and `server_refused`; the signal's reason
 */
export async function askArchive(
  address: string,
  range: { from: number; validator: string | null },
  signal: AbortSignal,
): Promise<Response> {
  let url = new URL(address);
  for (let hops = 0; hops <= MAX_REDIRECTS; hops++) {
    const answer = await ask(url, headersFor(range), signal);
    const location = answer.headers.get("location");
    if (!REDIRECTS.includes(answer.status) || !location) return answer;
    await answer.body?.cancel();
    const next = URL.canParse(location, url) ? new URL(location, url) : null;
    const isSafe = next?.protocol === "https:" || (next?.protocol === "http:" && url.protocol === "http:");
    if (!next || !isSafe) throw refused(url, "bad_redirect");
    url = next;
  }
  throw refused(url, "too_many_redirects");
}

/** Where it went wrong, without what stands behind the host: a link may carry somebody's key. */
export const refused = (url: URL | string, status: string | number): ModelError =>
  new ModelError("server_refused", { host: new URL(url).host, status });

export const unreachable = (url: URL | string, error: unknown): ModelError =>
  new ModelError("no_network", { host: new URL(url).host, how: howOf(error) }, { cause: error });

function headersFor({ from, validator }: { from: number; validator: string | null }): Record<string, string> {
  const headers: Record<string, string> = { "accept-encoding": "identity" }; // what is packed already, once
  if (from > 0) headers.range = `bytes=${from}-`;
  if (from > 0 && validator) headers["if-range"] = validator;
  return headers;
}

async function ask(url: URL, headers: Record<string, string>, signal: AbortSignal): Promise<Response> {
  try {
    return await fetch(url, { headers, redirect: "manual", signal });
  } catch (error) {
    throw signal.aborted ? signal.reason : unreachable(url, error);
  }
}

/** What the system calls it, such as ENOTFOUND. */
function howOf(error: unknown): string {
  const { code, cause, name } = error as { code?: string; cause?: unknown; name?: string };
  if (typeof code === "string") return code;
  return cause ? howOf(cause) : (name ?? "unknown");
}
