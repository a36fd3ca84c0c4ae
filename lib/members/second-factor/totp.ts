import { Secret, TOTP } from "otpauth";

/*
 * Codes that change with time (RFC 6238), as every such app shows them: SHA-1, six digits, thirty seconds. HMAC with SHA-1 is not
 * touched by what is known against SHA-1, and not every app reads another.
 */

const PERIOD_SECONDS = 30;
const DIGITS = 6;
/** RFC 4226 asks for at least 128 bits and recommends 160. */
const SECRET_BYTES = 20;
/** Clocks differ, and people type slowly: the code before and the one after are right, too (RFC 6238, 5.2). */
const STEPS_AROUND = 1;

/** A new secret, in base32 as people type it. */
export function newTotpSecret(): string {
  return new Secret({ size: SECRET_BYTES }).base32;
}

/** What an app reads from a QR code (Key URI Format). */
export function totpUri(secret: string, email: string): string {
  return totp(secret, email).toString();
}

/** @returns the time step that this code belongs to; null for a wrong one */
export function stepOfCode(secret: string, code: string, nowMs: number): number | null {
  const delta = totp(secret).validate({ token: code, timestamp: nowMs, window: STEPS_AROUND });
  return delta === null ? null : Math.floor(nowMs / 1000 / PERIOD_SECONDS) + delta;
}

export const LOOKS_LIKE_TOTP = new RegExp(`^\\d{${DIGITS}}$`);

function totp(secret: string, label = "account"): TOTP {
  return new TOTP({
    issuer: "TalentFlow",
    label,
    algorithm: "SHA1",
    digits: DIGITS,
    period: PERIOD_SECONDS,
    secret: Secret.fromBase32(secret),
  });
}
