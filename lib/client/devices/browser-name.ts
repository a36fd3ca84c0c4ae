/** The browsers whose settings look different enough to be explained one by one. */
export type BrowserName = "chrome" | "edge" | "firefox" | "safari" | "ios" | "android" | "other";

/** Reads a user agent. Order matters: most of them claim to be each other. */
export function browserName(userAgent: string): BrowserName {
  if (/iPhone|iPad/.test(userAgent)) return "ios";
  if (/Android/.test(userAgent)) return "android";
  if (/Edg\//.test(userAgent)) return "edge";
  if (/Firefox\//.test(userAgent)) return "firefox";
  if (/Chrome\//.test(userAgent)) return "chrome";
  return /Safari\//.test(userAgent) ? "safari" : "other";
}
