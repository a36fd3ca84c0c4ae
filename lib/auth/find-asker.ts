import type { Actor } from "../domain/actor.ts";
import { findApiKey } from "../keys/find-api-key.ts";
import { currentUser } from "./current-user.ts";

/** Whoever sends what needs no credential of its own, where they bring one all the same: a key, or somebody signed in. */
export async function findAsker(request: Request): Promise<Actor | null> {
  const authorization = request.headers.get("authorization");
  if (authorization === null) {
    const user = await currentUser();
    return user && { kind: "user", id: user.id, organizationId: user.organizationId };
  }
  const key = await findApiKey(/^Bearer (\S+)$/i.exec(authorization)?.[1] ?? "");
  return key && { kind: "api_key", id: key.id, organizationId: key.organizationId };
}
