/**
 * What an endpoint asks to wait for, in milliseconds: `retry-after-ms`, as OpenAI and Azure send it, else `Retry-After` in seconds or as
 * an HTTP date. null where it says nothing that can be understood.
 *
 * @param now in milliseconds since 1970
 * @see https://www.rfc-editor.org/rfc/rfc9110#field.retry-after
 */
export function retryAfterMs(headers: Headers | undefined, now: number): number | null {
  const exact = headers?.get("retry-after-ms")?.trim();
  if (exact && /^\d{1,9}(\.\d+)?$/.test(exact)) return Number(exact);
  const said = headers?.get("retry-after")?.trim();
  if (!said) return null;
  if (/^\d{1,9}(\.\d+)?$/.test(said)) return Number(said) * 1000;
  // a date begins with its weekday; what else Date.parse takes is no HTTP date
  const date = /^[A-Z][a-z]{2,8},? /.test(said) ? Date.parse(said) : Number.NaN;
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}
