import { createHash, randomBytes } from "node:crypto";
import type { Operation } from "../../lib/contract/operation.ts";
import { db } from "../../lib/db/client.ts";
import { ACCESS, type Access, ROLES, roleMay, SCOPES, scopesMay } from "../../lib/domain/access.ts";
import type { Actor } from "../../lib/domain/actor.ts";
import { createApiKey, type NewApiKey } from "../../lib/keys/create-api-key.ts";
import { revokeApiKey } from "../../lib/keys/revoke-api-key.ts";
import { createUser } from "../../lib/members/create-user.ts";
import { endSignIns } from "../../lib/members/end-sign-ins.ts";
import { signIn } from "./sign-in.ts";
import { newTenant, type Tenant } from "./tenant.ts";

/** What the table says about a caller: let in (whatever comes then), or turned away with this status. */
export type Verdict = "let in" | 401 | 403;

/** One kind of caller: what they prove themselves by, and what the table of who may do what says to them. */
export type Caller = { name: string; headers: Record<string, string>; verdict(operation: Operation): Verdict };

const open = (access: Access) => "open" in ACCESS[access];
const unknown = ({ access }: Operation): Verdict => (open(access) ? "let in" : 401);
const byTable =
  (may: (access: Access, method: string) => boolean) =>
  ({ access, method }: Operation): Verdict =>
    may(access, method) ? "let in" : 403;
const bearer = (credential: string) => ({ authorization: `Bearer ${credential}` });

/** Every kind of caller there is, in one organisation; `interview` is one of theirs. */
export async function allCallers(tenant: Tenant, interview: Interview): Promise<Caller[]> {
  const { actor } = tenant;
  const keys = await keysOf(actor);
  const cookies = await cookiesOf(actor);
  const turnedAway = {
    nobody: {},
    "a key that was never made": bearer(`tf_live_${randomBytes(32).toString("base64url")}`),
    "what is no key": bearer("tf_live_"),
    "another scheme": { authorization: `Basic ${Buffer.from("ada:secret").toString("base64")}` },
    "a key that has ended": bearer(keys.expired),
    "a revoked key": bearer(keys.revoked),
    "a key's fingerprint": bearer(createHash("sha256").update(keys.admin).digest("hex")),
    "a cookie of a sign-in that was ended": { cookie: cookies.ended },
    "a cookie that nobody signed": { cookie: "next-auth.session-token=eyJhbGciOiJub25lIn0.e30." },
    "an owner's cookie beside a wrong key": { cookie: cookies.owner.cookie, ...bearer("tf_live_wrong") },
    "a candidate's session": bearer(interview.sessionId),
    "an invitation's token": bearer(interview.token),
    "a share link's token": bearer(interview.shareToken),
  };
  return [
    ...Object.entries(turnedAway).map(([name, headers]) => ({ name, headers, verdict: unknown })),
    ...SCOPES.map((scope) => ({
      name: `a key that may ${scope}`,
      headers: bearer(keys[scope]),
      verdict: byTable((access) => scopesMay([scope], access)),
    })),
    {
      name: "a test key that may everything",
      headers: bearer(keys.test),
      verdict: byTable((access) => scopesMay(SCOPES, access)),
    },
    {
      name: "an owner's cookie, sent by another site's page",
      headers: { cookie: cookies.owner.cookie, origin: "https://elsewhere.example.com" },
      verdict: byTable((access, method) => open(access) || (method === "GET" && roleMay("owner", access))),
    },
    ...ROLES.map((role) => ({
      name: `somebody signed in as ${role}`,
      headers: { cookie: cookies[role].cookie },
      verdict: byTable((access) => roleMay(role, access)),
    })),
  ];
}

export type Interview = { interviewId: string; sessionId: string; token: string; shareToken: string };

async function keysOf(actor: Actor) {
  const make = (key: Omit<NewApiKey, "name">) => createApiKey({ name: "matrix", ...key }, actor);
  const [read, write, admin, test, expired, revoked] = await Promise.all([
    make({ scopes: ["read"] }),
    make({ scopes: ["write"] }),
    make({ scopes: ["admin"] }),
    make({ scopes: ["read", "write", "admin"], kind: "test" }),
    make({ scopes: ["admin"] }),
    make({ scopes: ["admin"] }),
  ]);
  await db().apiKey.update({ where: { id: expired.id }, data: { expiresAt: new Date(Date.now() - 1_000) } });
  await revokeApiKey(revoked.id, actor);
  return {
    read: read.plain,
    write: write.plain,
    admin: admin.plain,
    test: test.plain,
    expired: expired.plain,
    revoked: revoked.plain,
  };
}

async function cookiesOf(actor: Actor) {
  const signedIn = async (role: (typeof ROLES)[number]) => {
    const credentials = { email: `${randomBytes(8).toString("hex")}@example.com`, password: "a good long one" };
    const { id } = await createUser({ ...credentials, role }, actor);
    return { id, cookie: await signIn(credentials) };
  };
  const gone = await signedIn("owner");
  await endSignIns({ ...actor, kind: "user", id: gone.id });
  return {
    owner: await signedIn("owner"),
    recruiter: await signedIn("recruiter"),
    reviewer: await signedIn("reviewer"),
    ended: gone.cookie,
  };
}

/** Somebody who may everything, in an organisation of their own. */
export async function strangerKey(): Promise<string> {
  const { plain } = await createApiKey({ name: "stranger", scopes: ["admin"] }, (await newTenant()).actor);
  return plain;
}
