import { createHash, createHmac, hkdfSync, randomUUID, timingSafeEqual } from "node:crypto";
import type { Credentials } from "../db/users.ts";
import { deploymentSecret } from "../deployment-secret.ts";
import { env } from "../env.ts";

/*
 * A browser that has signed in to an account keeps a cookie that says so: others who guess at that account do not slow it down.
 * It opens nothing by itself, and is worth nothing once the password was changed or everything was signed out.
 */

const DAY_SECONDS = 86_400;
const KEPT_DAYS = 180;

type Account = Pick<Credentials, "signInEpoch"> & { user: { id: string } };

/** A cookie as Next and browsers take it. */
export type DeviceCookie = {
  name: string;
  value: string;
  httpOnly: true;
  sameSite: "lax";
  path: "/";
  secure: boolean;
  maxAge: number;
};

/** For a browser that has just signed in to this account. */
export function deviceCookie(account: Account, nowMs = Date.now()): DeviceCookie {
  const said = `${randomUUID()}.${Math.floor(nowMs / 1000) + KEPT_DAYS * DAY_SECONDS}`;
  return {
    name: cookieName(account),
    value: `${said}.${signature(account, said)}`,
    httpOnly: true,
    sameSite: "lax",
    path: "/",
    secure: isSecure(),
    maxAge: KEPT_DAYS * DAY_SECONDS,
  };
}

/** @returns the browser's name for this account, when it has signed in to it before; null for any other, and for no account */
export function knownDevice(account: Account | null, cookieHeader: string, nowMs = Date.now()): string | null {
  if (!account) return null;
  const begin = `${cookieName(account)}=`;
  const cookie = cookieHeader.split(/;\s*/).find((each) => each.startsWith(begin));
  const [device = "", until = "", signed = ""] = cookie?.slice(begin.length).split(".") ?? [];
  const right = Buffer.from(signature(account, `${device}.${until}`));
  const given = Buffer.from(signed);
  if (given.length !== right.length || !timingSafeEqual(given, right)) return null;
  return Number(until) * 1000 > nowMs ? device : null;
}

/** One for each account that is used in this browser. Over https nothing but this host itself can set it. */
function cookieName({ user }: Account): string {
  const account = createHash("sha256").update(user.id).digest("hex").slice(0, 16);
  return `${isSecure() ? "__Host-" : ""}talentflow-device-${account}`;
}

function signature({ user, signInEpoch }: Account, said: string): string {
  const key = Buffer.from(hkdfSync("sha256", deploymentSecret(), "", "known-device", 32));
  return createHmac("sha256", key).update(`${user.id} ${signInEpoch} ${said}`).digest("base64url");
}

function isSecure(): boolean {
  return env().publicUrl.startsWith("https:");
}
