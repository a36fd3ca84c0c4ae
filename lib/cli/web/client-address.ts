/**
 * Who is asking, for rate limits. Behind a proxy of ours that is the last address in X-Forwarded-For, the one the proxy
 * itself saw and added; everything before it the client may have made up.
 */
export function clientAddress(
  socketAddress: string | undefined,
  forwardedFor: string | string[] | undefined,
  trustProxy: boolean,
): string {
  const direct = (socketAddress ?? "unknown").replace(/^::ffff:/, "");
  if (!trustProxy) return direct;
  const chain = [forwardedFor ?? []].flat().join(",").split(",");
  return chain.at(-1)?.trim() || direct;
}
