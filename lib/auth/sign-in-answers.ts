import { secondsToWait } from "../contract/sign-in.ts";

/** Says the wait that a refused sign-in tells in its address in the way of HTTP, too: 429 with Retry-After. */
export async function tellWait(response: Response): Promise<Response> {
  if (response.status !== 401) return response;
  const seconds = secondsToWait(errorIn(await response.clone().text()));
  if (seconds === null) return response;
  const headers = new Headers(response.headers);
  headers.set("retry-after", String(seconds));
  return new Response(response.body, { status: 429, headers });
}

/** next-auth answers `{"url": "…/api/auth/error?error=…"}`. */
function errorIn(body: string): string {
  const address = /"url":\s*"([^"\\]+)"/.exec(body)?.[1] ?? "";
  return URL.parse(address)?.searchParams.get("error") ?? "";
}

/**
 * Takes back the new life that next-auth gives to a session's cookie each time it is read: how long somebody stays signed in is
 * a matter of the sign-in alone. Cookies that are cleared stay cleared.
 */
export function withoutProlonging(response: Response): Response {
  const kept = response.headers.getSetCookie().filter((cookie) => !/^[^=]*session-token[^=]*=[^;]/.test(cookie));
  response.headers.delete("set-cookie");
  for (const cookie of kept) response.headers.append("set-cookie", cookie);
  return response;
}
