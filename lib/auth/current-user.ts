import { getServerSession } from "next-auth";
import type { UserRow } from "../db/users.ts";
import { authOptions } from "./options.ts";

/** Who is signed in, as the database knows them now; null for nobody, and once the sign-in was ended. */
export async function currentUser(): Promise<UserRow | null> {
  const session = await getServerSession(authOptions);
  return session?.account ?? null;
}
