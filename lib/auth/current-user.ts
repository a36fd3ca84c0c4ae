import { getServerSession } from "next-auth";
import { db } from "../db/client.ts";
import * as users from "../db/users.ts";
import { isUuid } from "../domain/ids.ts";
import { authOptions } from "./options.ts";

/** Who is signed in, as the database knows them now; null for nobody. */
export async function currentUser(): Promise<users.UserRow | null> {
  const session: { userId?: unknown } | null = await getServerSession(authOptions);
  const id = session?.userId;
  return typeof id === "string" && isUuid(id) ? users.findById(db(), id) : null;
}
