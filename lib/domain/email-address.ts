/**
 * What stands before the @: words of letters, digits and signs with single dots between, or anything in quotes (RFC 5321 §4.1.2; letters of
 * any alphabet by RFC 6531 §3.3).
 */
const ATOM = String.raw`[\p{L}\p{M}\p{N}!#$%&'*+/=?^_\x60{|}~-]+`;
const DOT_STRING = new RegExp(String.raw`^${ATOM}(?:\.${ATOM})*$`, "u");
const QUOTED_STRING = /^"(?:[\x20\x21\x23-\x5b\x5d-\x7e]|\\[\x20-\x7e])+"$/;

/** Everything that a host's name may be written with; the dots of other scripts are dots. */
const DOMAIN_LETTERS = /^(?:[\p{L}\p{M}\p{N}.。．｡-]|\u200c|\u200d)+$/u;
const LABEL = /^[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?$/;

/** Octets (RFC 5321 §4.5.3.1, and erratum 1690 of RFC 3696 for the whole). */
const LONGEST_LOCAL = 64;
const LONGEST_ADDRESS = 254;

const octets = (text: string) => new TextEncoder().encode(text).length;

/**
 * An e-mail address in the one form by which a mailbox is known: ASCII letters small, the domain as its A-labels (UTS 46). Other letters of
 * the local part stay as they are: whether two of them are one is for the receiving host to say.
 * @param text as somebody typed it, spaces around it included
 * @returns null when it is no address of a mailbox on the internet
 */
export function normaliseEmail(text: string): string | null {
  const typed = text.trim();
  const at = typed.lastIndexOf("@");
  const local = typed.slice(0, Math.max(at, 0)).replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
  const domain = normaliseDomain(typed.slice(at + 1));
  if (at < 1 || domain === null || !local.isWellFormed() || octets(local) > LONGEST_LOCAL) return null;
  if (!DOT_STRING.test(local) && !QUOTED_STRING.test(local)) return null;
  const address = `${local}@${domain}`;
  return octets(address) > LONGEST_ADDRESS ? null : address;
}

function normaliseDomain(typed: string): string | null {
  if (!DOMAIN_LETTERS.test(typed)) return null;
  const ascii = toAscii(typed);
  const labels = ascii?.split(".") ?? [];
  const isNumber = /^\d+$/.test(labels.at(-1) ?? ""); // an IPv4 address is no domain
  return labels.length >= 2 && !isNumber && labels.every((label) => LABEL.test(label)) ? ascii : null;
}

/** The URL parser's own domain to ASCII, which every platform has. @see https://url.spec.whatwg.org/#concept-domain-to-ascii */
function toAscii(domain: string): string | null {
  try {
    return new URL(`http://${domain}/`).hostname;
  } catch {
    return null; // no host could have this name
  }
}
