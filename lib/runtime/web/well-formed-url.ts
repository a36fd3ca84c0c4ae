/** A redirect of Next says it twice in its headers, of which clients take 16 KiB. */
const LONGEST = 7_000;

/** Whether a request's target is one that any page or route could mean: rooted, not endless, decodable, without NUL. */
export function isWellFormedUrl(url: string): boolean {
  if (!url.startsWith("/") || url.length > LONGEST || url.includes("%00")) return false;
  try {
    decodeURIComponent(url.split("?", 1)[0] ?? "");
    return true;
  } catch {
    return false;
  }
}
