const UUID = /[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}/i;
const LONGEST = 200;
/** Addresses with a signed link or a share link's token in them. */
const CREDENTIALS = /^(\/(?:share|api\/share|api\/media)\/)[^/]+/i;

/**
 * The path of a request as it may be written down: interview tokens and session ids are what lets somebody in, so
 * neither they nor the query get into a log.
 */
export function redactPath(url: string): string {
  const path = url.split(/[?#]/, 1)[0] ?? "";
  const segments = path.split("/");
  // `/interview/…` is the candidate's page; `/api/interview/…` has words there.
  if (segments[1]?.toLowerCase() === "interview" && segments.length > 2) return `/${segments[1]}/:token`;
  if (CREDENTIALS.test(path)) return path.replace(CREDENTIALS, "$1:token");
  return segments
    .map((segment) => (UUID.test(decoded(segment)) ? ":id" : segment))
    .join("/")
    .slice(0, LONGEST);
}

/** `%2D` for a hyphen must not hide an id. */
function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment; // malformed: looked at as it stands
  }
}
