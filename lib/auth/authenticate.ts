import { findApiKey } from "../access/find-api-key.ts";
import { ACCESS, type Access, type AccessRule, roleMay, scopesMay } from "../domain/access.ts";
import type { Actor } from "../domain/actor.ts";
import { AppError } from "../errors.ts";
import { currentUser } from "./current-user.ts";
import { assertFromOwnPages } from "./own-pages.ts";

/**
 * Who is asking; null where an operation needs no credential of its own. `corsOrigins`: whose pages may use this key. `may`: what
 * else they are allowed, for answers that say more to some than to others.
 */
export type Caller = { actor: Actor | null; corsOrigins: readonly string[]; may: (access: Access) => boolean };

/**
 * Proves who is asking by the table of lib/domain/access.ts: an API key or somebody signed in, and whether they may.
 * @throws AppError `unauthenticated`, `forbidden`
 */
export async function authenticate(request: Request, access: Access): Promise<Caller> {
  const rule: AccessRule = ACCESS[access];
  if (rule.open) return { actor: null, corsOrigins: [], may: () => false };
  const authorization = request.headers.get("authorization");
  return authorization === null ? signedIn(request, access) : byKey(authorization, access);
}

async function byKey(authorization: string, access: Access): Promise<Caller> {
  const key = await findApiKey(/^Bearer (\S+)$/i.exec(authorization)?.[1] ?? "");
  if (!key) throw new AppError("unauthenticated", "This API key is not valid. Check the Authorization header.");
  if (!scopesMay(key.scopes, access)) {
    throw new AppError("forbidden", "This API key's scopes do not allow this.");
  }
  const { id, organizationId, corsOrigins, scopes } = key;
  const actor: Actor = { kind: "api_key", id, organizationId };
  return { actor, corsOrigins, may: (other) => scopesMay(scopes, other) };
}

async function signedIn(request: Request, access: Access): Promise<Caller> {
  const user = await currentUser();
  if (!user) throw new AppError("unauthenticated", "Sign in, or send an API key in the Authorization header.");
  if (!roleMay(user.role, access)) throw new AppError("forbidden", "Your role does not allow this.");
  assertFromOwnPages(request);
  const actor: Actor = { kind: "user", id: user.id, organizationId: user.organizationId };
  return { actor, corsOrigins: [], may: (other) => roleMay(user.role, other) };
}
