import type { Session } from "next-auth";
import type { JWT } from "next-auth/jwt";
import { db } from "../db/client.ts";
import * as users from "../db/users.ts";
import { isUuid } from "../domain/ids.ts";

declare module "next-auth" {
  interface Session {
    /** Whoever is signed in, as the database knows them now. */
    account?: users.UserRow;
  }
  interface User {
    signInEpoch: number;
  }
}

declare module "next-auth/jwt" {
  interface JWT {
    signInEpoch?: number;
  }
}

/** No field at all: next-auth takes that for nobody. */
const NOBODY = {} as Session;

/**
 * Whose cookie this is. It names a user and the epoch of their sign-in: once that is over, because they changed the password or
 * signed out everywhere, it is nobody's. Role and organisation are read anew, so that a change takes effect at once.
 */
export async function readSession(token: JWT, session: Session): Promise<Session> {
  const { sub, signInEpoch } = token;
  if (!sub || !isUuid(sub) || typeof signInEpoch !== "number") return NOBODY;
  const account = await users.findSignedIn(db(), sub, signInEpoch);
  return account ? { expires: session.expires, account } : NOBODY;
}
