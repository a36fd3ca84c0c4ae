import { getServerSession } from "next-auth";
import { db } from "../db/client.ts";
import * as signIns from "../db/sign-ins.ts";
import { authOptions } from "./options.ts";
import { withSignInFaults } from "./sign-in-faults.ts";

/** Who is signed in, as the database knows them now; null for nobody, and once the sign-in has ended. It is seen to be used. */
export async function currentUser(): Promise<signIns.SignedIn | null> {
  const session = await withSignInFaults(() => getServerSession(authOptions));
  if (!session?.account) return null;
  if (!session.isSeenLately) await signIns.touch(db(), session.account.signInId);
  return session.account;
}
