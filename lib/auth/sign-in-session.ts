import type { Session } from "next-auth";
import type { JWT } from "next-auth/jwt";
import { db } from "../db/client.ts";
import * as signIns from "../db/sign-ins.ts";
import { isUuid } from "../domain/ids.ts";
import { env } from "../env.ts";

declare module "next-auth" {
  interface Session {
    /** Whoever is signed in, as the database knows them now. */
    account?: signIns.SignedIn;
    /** Whether they were seen within the last minute. */
    isSeenLately?: boolean;
  }
  interface User {
    signInEpoch: number;
    signInId: string;
  }
}

declare module "next-auth/jwt" {
  interface JWT {
    signInEpoch?: number;
    signInId?: string;
  }
}

/** No field at all: next-auth takes that for nobody. */
const NOBODY = {} as Session;

/**
 * Whose cookie this is. It names a user, one sign-in of theirs and its epoch: once that sign-in has ended, in this browser or
 * from another, because of a changed password, or by its time, it is nobody's. Role and organisation are read anew, so that a
 * change takes effect at once. Reading prolongs nothing.
 */
export async function readSession(token: JWT): Promise<Session> {
  const live = await liveSignIn(token);
  if (!live) return NOBODY;
  const { account, endsAt, isSeenLately } = live;
  return { expires: endsAt.toISOString(), account, isSeenLately };
}

/** The sign-in that a cookie names, while it opens anything. */
export async function liveSignIn({ sub, signInEpoch, signInId }: JWT): Promise<signIns.LiveSignIn | null> {
  if (!sub || !isUuid(sub) || !signInId || !isUuid(signInId) || typeof signInEpoch !== "number") return null;
  return signIns.findLive(db(), { signInId, userId: sub, signInEpoch }, env().signIn);
}
