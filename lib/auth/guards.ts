import { findApiKey } from "../access/find-api-key.ts";
import type { UserRow } from "../db/users.ts";
import type { Actor } from "../domain/actor.ts";
import { AppError } from "../errors.ts";
import type { Guard } from "../http/route.ts";
import { currentUser } from "./current-user.ts";

/** No credential of its own: candidates' writes carry the interview token or the session id, which the verb checks. */
export const anyone: Guard<null> = async () => null;

/** Whoever may read results: an API key, or somebody signed in. */
export const reader: Guard<Actor> = async (request) => {
  const authorization = request.headers.get("authorization");
  if (authorization === null) return toActor(await getUser());
  const key = await findApiKey(/^Bearer (\S+)$/i.exec(authorization)?.[1] ?? "");
  if (!key) throw new AppError("unauthenticated", "This API key is not valid. Check the Authorization header.");
  return { kind: "api_key", id: key.id, organizationId: key.organizationId };
};

/** Somebody signed in with one of these roles. */
export function member(...roles: UserRow["role"][]): Guard<Actor> {
  return async (request) => {
    const user = await getUser();
    if (!roles.includes(user.role)) throw new AppError("forbidden", "Your role does not allow this.");
    // The cookie is SameSite=Lax; this refuses what an old browser might still send from another site.
    if (request.headers.get("sec-fetch-site") === "cross-site") {
      throw new AppError("forbidden", "Requests from other sites are not allowed.");
    }
    return toActor(user);
  };
}

async function getUser(): Promise<UserRow> {
  const user = await currentUser();
  if (!user) throw new AppError("unauthenticated", "Sign in, or send an API key in the Authorization header.");
  return user;
}

function toActor(user: UserRow): Actor {
  return { kind: "user", id: user.id, organizationId: user.organizationId };
}
