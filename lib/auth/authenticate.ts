import { logRefusal, noteRefusal } from "../audit/note-refusal.ts";
import { CLIENT_ADDRESS_HEADER } from "../contract/headers.ts";
import { ACCESS, type Access, type AccessRule, roleMay, scopesMay } from "../domain/access.ts";
import type { Actor } from "../domain/actor.ts";
import { AppError } from "../errors.ts";
import { findApiKey, findEndedApiKey } from "../keys/find-api-key.ts";
import { currentUser } from "./current-user.ts";
import { mustEnrol } from "./must-enrol.ts";
import { assertFromOwnPages } from "./own-pages.ts";

/**
 * Who is asking; null where an operation needs no credential of its own. `corsOrigins`: whose pages may use this key. `may`: what
 * else they are allowed, for answers that say more to some than to others. `program`: the employer's own, where it writes as a
 * candidate does and sends its key along; it proves nothing about the candidate.
 */
export type Caller = {
  actor: Actor | null;
  corsOrigins: readonly string[];
  may: (access: Access) => boolean;
  program: Actor | null;
};

/**
 * Proves who is asking by the table of lib/domain/access.ts: an API key or somebody signed in, and whether they may. Refusals
 * are written down.
 * @throws AppError `unauthenticated`, `forbidden`, `second_factor_required`
 */
export async function authenticate(request: Request, access: Access): Promise<Caller> {
  const rule: AccessRule = ACCESS[access];
  const authorization = request.headers.get("authorization");
  if (rule.open) {
    const program = access === "candidate" && authorization !== null ? await findProgram(authorization) : null;
    return { actor: null, corsOrigins: [], may: () => false, program };
  }
  const caller = authorization === null ? await signedIn() : await byKey(authorization, request);
  try {
    caller.assertMay(access, request);
  } catch (error) {
    noteRefusedRight(caller.actor, access, request);
    throw error;
  }
  return caller;
}

/** Whose key it is, if it may write; null for anything else: a candidate's writes need none, so a wrong one refuses nothing. */
async function findProgram(authorization: string): Promise<Actor | null> {
  const key = await findApiKey(keyIn(authorization));
  if (!key || !scopesMay(key.scopes, "interviews.write")) return null;
  return { kind: "api_key", id: key.id, organizationId: key.organizationId };
}

function keyIn(authorization: string): string {
  return /^Bearer (\S+)$/i.exec(authorization)?.[1] ?? "";
}

type Proven = Caller & { actor: Actor; assertMay(access: Access, request: Request): void };

async function byKey(authorization: string, request: Request): Promise<Proven> {
  const plain = keyIn(authorization);
  const key = await findApiKey(plain);
  if (!key) {
    await noteWrongKey(plain, addressOf(request));
    throw new AppError("unauthenticated:api_key");
  }
  const { id, organizationId, corsOrigins, scopes } = key;
  const may = (access: Access) => scopesMay(scopes, access);
  return {
    actor: { kind: "api_key", id, organizationId },
    corsOrigins,
    may,
    program: null,
    assertMay(access) {
      if (!may(access)) throw new AppError("forbidden:scopes");
    },
  };
}

async function signedIn(): Promise<Proven> {
  const user = await currentUser();
  if (!user) throw new AppError("unauthenticated");
  const { id, role, organizationId } = user;
  const may = (access: Access) => roleMay(role, access);
  return {
    actor: { kind: "user", id, organizationId },
    corsOrigins: [],
    may,
    program: null,
    assertMay(access, request) {
      if (mustEnrol(user) && access !== "account.enrol") {
        throw new AppError("second_factor_required");
      }
      if (!may(access)) throw new AppError("forbidden:role");
      assertFromOwnPages(request);
    },
  };
}

function noteRefusedRight(who: Actor, access: Access, request: Request): void {
  const subject = { kind: "access", id: access };
  noteRefusal({ who, action: "access.refused", subject, address: addressOf(request), detail: { access } });
}

/** A key that was ours once names its organisation; any other stands in the log alone. */
async function noteWrongKey(plain: string, address: string): Promise<void> {
  const ended = await findEndedApiKey(plain);
  if (!ended) return logRefusal("somebody came with an API key that is unknown", address);
  const { id, organizationId, name, reason } = ended;
  noteRefusal({
    who: { kind: "stranger", organizationId },
    action: "api_key.refused",
    subject: { kind: "api_key", id },
    address,
    detail: { name, reason },
  });
}

function addressOf(request: Request): string {
  return request.headers.get(CLIENT_ADDRESS_HEADER) ?? "unknown";
}
