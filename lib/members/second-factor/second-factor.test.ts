import { randomUUID } from "node:crypto";
import { Secret, TOTP } from "otpauth";
import { expect, test } from "vitest";
import { db } from "../../db/client.ts";
import * as users from "../../db/users.ts";
import type { Actor } from "../../domain/actor.ts";
import { testDatabase, testOrganization } from "../../testing/database/database.ts";
import { createUser } from "../create-user.ts";
import { confirmSecondFactor } from "./confirm.ts";
import { removeSecondFactor } from "./remove.ts";
import { renewRecoveryCodes } from "./renew-recovery-codes.ts";
import { resetSecondFactor } from "./reset.ts";
import { startSecondFactor } from "./start.ts";
import { takeCode } from "./take-code.ts";
import { stepOfCode } from "./totp.ts";

await testDatabase();

async function member() {
  const owner = await testOrganization();
  const email = `${randomUUID()}@example.com`;
  const user = await createUser({ email, role: "owner", password: "correct horse battery" }, owner);
  const actor: Actor = { kind: "user", id: user.id, organizationId: owner.organizationId };
  const has = async () => (await users.findCredentials(db(), email))?.hasSecondFactor;
  const actions = async () => {
    const events = await db().auditEvent.findMany({ where: { subjectId: user.id }, orderBy: { id: "asc" } });
    return events.map(({ action }) => action).slice(1);
  };
  return { owner, user, actor, has, actions };
}

const secretOf = (uri: string) => new URL(uri).searchParams.get("secret") ?? "";
/** The code of an app, so many steps of thirty seconds from now. */
const codeOf = (uri: string, steps = 0) =>
  TOTP.generate({ secret: Secret.fromBase32(secretOf(uri)), timestamp: Date.now() + steps * 30_000 });

async function enrolled() {
  const member_ = await member();
  const uri = await startSecondFactor(member_.actor);
  const codes = await confirmSecondFactor(member_.actor, codeOf(uri, -1));
  return { ...member_, uri, codes: codes ?? [] };
}

test.each([
  [59_000, "287082"],
  [1_111_111_109_000, "081804"],
  [1_234_567_890_000, "005924"],
  [2_000_000_000_000, "279037"],
])("at %i ms the code is the one that RFC 6238 gives", (nowMs, code) => {
  const secret = Secret.fromUTF8("12345678901234567890").base32;
  expect(stepOfCode(secret, code, nowMs)).toBe(Math.floor(nowMs / 30_000));
  expect(stepOfCode(secret, code, nowMs + 30_000)).toBe(Math.floor(nowMs / 30_000));
  expect(stepOfCode(secret, code, nowMs + 60_000)).toBeNull();
});

test("it is asked for from its first right code on, and its secret does not stand in the database", async () => {
  const { user, actor, has, actions } = await member();
  const abandoned = await startSecondFactor(actor);
  const uri = await startSecondFactor(actor);
  expect(new URL(uri)).toMatchObject({ protocol: "otpauth:", host: "totp" });
  expect(decodeURIComponent(new URL(uri).pathname)).toContain(user.email);
  for (const wrong of ["000000", "", "abcdef", codeOf(abandoned), codeOf(uri, 5)]) {
    expect(await confirmSecondFactor(actor, wrong)).toBeNull();
  }
  expect([await has(), await takeCode(user.id, codeOf(uri))]).toEqual([false, null]);
  const code = codeOf(uri);
  expect(await confirmSecondFactor(actor, `${code.slice(0, 3)} ${code.slice(3)}`)).toHaveLength(10);
  expect(await has()).toBe(true);
  expect(await takeCode(user.id, code)).toBeNull(); // the one that turned it on is used up
  await expect(startSecondFactor(actor)).rejects.toMatchObject({ code: "second_factor_exists" });
  const row = await db().secondFactor.findUniqueOrThrow({ where: { userId: user.id } });
  expect(row.secret).toMatch(/^sealed1:/);
  expect(row.secret).not.toContain(secretOf(uri));
  expect(await actions()).toEqual(["user.second_factor_added"]);
});

test("a code is taken once, also of twenty that come with it at the same moment, and none of before it", async () => {
  const { user, uri } = await enrolled();
  const taken = await Promise.all(Array.from({ length: 20 }, () => takeCode(user.id, codeOf(uri))));
  expect(taken.filter((each) => each === "app")).toHaveLength(1);
  expect(await takeCode(user.id, codeOf(uri, -1))).toBeNull();
  expect(await takeCode(user.id, codeOf(uri, 1))).toBe("app");
  const stranger = await enrolled();
  expect(await takeCode(stranger.user.id, codeOf(uri, 1))).toBeNull();
});

test("each of ten recovery codes stands in once, however it is written, and none stands in the database", async () => {
  const { user, codes } = await enrolled();
  expect(new Set(codes).size).toBe(10);
  const [first = "", second = ""] = codes;
  const taken = await Promise.all(Array.from({ length: 10 }, () => takeCode(user.id, first)));
  expect(taken.filter((each) => each === "recovery")).toHaveLength(1);
  expect(await takeCode(user.id, ` ${second.toUpperCase().replace("-", " ")}`)).toBe("recovery");
  const stored = await db().recoveryCode.findMany({ where: { userId: user.id } });
  expect(stored.filter(({ usedAt }) => usedAt === null)).toHaveLength(8);
  expect(JSON.stringify(stored)).not.toContain(codes[2]?.slice(0, 5));
  expect(await takeCode((await enrolled()).user.id, codes[3] ?? "")).toBeNull();
});

test("new recovery codes replace those of before", async () => {
  const { user, actor, codes } = await enrolled();
  const renewed = await renewRecoveryCodes(actor);
  expect(await takeCode(user.id, codes[0] ?? "")).toBeNull();
  expect(await takeCode(user.id, renewed[0] ?? "")).toBe("recovery");
});

test("turned off, or taken away by an owner, nothing of it is worth anything", async () => {
  const own = await enrolled();
  await removeSecondFactor(own.actor);
  await removeSecondFactor(own.actor);
  expect([await own.has(), await takeCode(own.user.id, own.codes[0] ?? "")]).toEqual([false, null]);
  expect(await own.actions()).toEqual(["user.second_factor_added", "user.second_factor_removed"]);

  const lost = await enrolled();
  await expect(resetSecondFactor({ email: lost.user.email }, await testOrganization())).rejects.toMatchObject({
    code: "not_found",
  });
  await resetSecondFactor({ email: lost.user.email.toUpperCase() }, lost.owner);
  expect(await lost.has()).toBe(false);
  expect(await lost.actions()).toEqual(["user.second_factor_added", "user.second_factor_reset"]);
  expect((await users.findCredentials(db(), lost.user.email))?.signInEpoch).toBe(1);
});
