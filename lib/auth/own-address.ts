/**
 * Where to go after signing in or out: an address of ours, whatever came. What is no text, no address or somebody else's becomes the
 * front page.
 * @param baseUrl the origin that this product is reached by
 */
export function ownAddress(wanted: unknown, baseUrl: string): string {
  if (typeof wanted !== "string" || !URL.canParse(wanted, baseUrl)) return baseUrl;
  const address = new URL(wanted, baseUrl);
  return address.origin === new URL(baseUrl).origin && address.username === "" ? address.href : baseUrl;
}
