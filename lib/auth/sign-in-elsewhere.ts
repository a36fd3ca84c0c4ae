import { env } from "../env.ts";

/**
 * Where signing in works when it cannot here: cookies of an https address do not travel by plain http.
 * @param forwardedProto X-Forwarded-Proto of the request, which Next sets itself where no proxy has
 * @param path of this site, which somebody wants to go on to
 * @returns null: here
 */
export function signInElsewhere(forwardedProto: string | null, path: string): string | null {
  const { publicUrl } = env();
  const [outermost] = (forwardedProto ?? "").split(",");
  if (!publicUrl.startsWith("https:") || outermost?.trim().toLowerCase() === "https") return null;
  return `${publicUrl}/sign-in?${new URLSearchParams({ next: path })}`;
}
