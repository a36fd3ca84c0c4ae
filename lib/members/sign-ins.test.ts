import { expect, test } from "vitest";
import { db } from "../db/client.ts";
import * as signIns from "../db/sign-ins.ts";
import type { Actor } from "../domain/actor.ts";
import { testDatabase, testOrganization } from "../testing/database/database.ts";
import { toldOf } from "../testing/refusals.ts";
import { changePassword } from "./change-password.ts";
import { changeRole } from "./change-role.ts";
import { checkPassword } from "./check-password.ts";
import { createUser } from "./create-user.ts";
import { endSignIns } from "./end-sign-ins.ts";
import { openSignIn } from "./open-sign-in.ts";
import { resetPassword } from "./reset-password.ts";

await testDatabase();

const PASSWORD = "correct horse battery";
const PLACE = { address: "203.0.113.7", device: "Firefox on Linux" };
const LIFETIME = { idleHours: 12, maxDays: 7 };
const ANOTHER = "staple in the morning";

async function member(email: string) {
  const owner = await testOrganization();
  const user = await createUser({ email, role: "reviewer", password: PASSWORD }, owner);
  const actor: Actor = { kind: "user", id: user.id, organizationId: owner.organizationId };
  const signInIds: string[] = [];
  /** A sign-in of each epoch, as if it had just been opened. */
  const stillSignedIn = async (signInEpoch: number) => {
    signInIds[signInEpoch] ??= await signIns.insert(db(), user.id, PLACE);
    const cookie = { signInId: signInIds[signInEpoch], userId: user.id, signInEpoch };
    return (await signIns.findLive(db(), cookie, LIFETIME)) !== null;
  };
  const actions = async () => {
    const events = await db().auditEvent.findMany({ where: { subjectId: user.id }, orderBy: { id: "asc" } });
    return events.map(({ action }) => action);
  };
  return { owner, user, actor, stillSignedIn, actions };
}

test("a changed password ends the sign-ins of before, and only the new one opens another", async () => {
  const { actor, stillSignedIn, actions } = await member("changes@example.com");
  expect(await stillSignedIn(0)).toBe(true);
  expect(await changePassword({ current_password: PASSWORD, new_password: ANOTHER }, actor)).toBe(true);
  expect(await stillSignedIn(0)).toBe(false);
  expect(await checkPassword("changes@example.com", PASSWORD)).toBeNull();
  const proven = await checkPassword("changes@example.com", ANOTHER);
  expect(await stillSignedIn(proven?.signInEpoch ?? -1)).toBe(true);
  expect(await actions()).toEqual(["user.created", "user.password_changed"]);
});

test.each([
  ["wrong", "not my password"],
  ["empty", ""],
  ["of a megabyte", "x".repeat(1_000_000)],
])("with a current password that is %s nothing changes", async (kind, current_password) => {
  const { actor, stillSignedIn, actions } = await member(`${kind.replaceAll(" ", "-")}@example.com`);
  expect(await changePassword({ current_password, new_password: ANOTHER }, actor)).toBe(false);
  expect(await stillSignedIn(0)).toBe(true);
  expect(await actions()).toEqual(["user.created"]);
});

test("a new password that is too short is refused before the current one is looked at", async () => {
  const { actor } = await member("short@example.com");
  await expect(
    toldOf(changePassword({ current_password: PASSWORD, new_password: "short" }, actor)),
  ).resolves.toMatchObject({
    code: "invalid_fields",
    issues: [{ path: "new_password", message: "must have at least 10 characters" }],
  });
});

test("a key and the system have no password and no sign-ins", async () => {
  const { owner } = await member("none@example.com");
  const key: Actor = { ...owner, kind: "api_key", id: "7c9a0e6e-9d3c-4c43-8f39-1f1f7f0a4b11" };
  for (const actor of [owner, key]) {
    const change = changePassword({ current_password: PASSWORD, new_password: ANOTHER }, actor);
    await expect(change).rejects.toMatchObject({ code: "forbidden" });
    await expect(endSignIns(actor)).rejects.toMatchObject({ code: "forbidden" });
  }
});

test("signing out everywhere ends every sign-in, and a reset does too", async () => {
  const { owner, actor, user, stillSignedIn, actions } = await member("everywhere@example.com");
  await openSignIn(user, PLACE);
  await endSignIns(actor);
  expect(await stillSignedIn(0)).toBe(false);
  expect(await stillSignedIn(1)).toBe(true);
  await resetPassword({ email: user.email, password: ANOTHER }, owner);
  expect(await stillSignedIn(1)).toBe(false);
  expect(await actions()).toEqual([
    "user.created",
    "user.signed_in",
    "user.signed_out_everywhere",
    "user.password_reset",
  ]);
});

test("a role changes for a member of the own organisation only, and is written down", async () => {
  const { owner, user, stillSignedIn, actions } = await member("role@example.com");
  const stranger = await testOrganization("Stranger");
  await expect(changeRole({ email: user.email, role: "owner" }, stranger)).rejects.toMatchObject({ code: "not_found" });
  expect(await changeRole({ email: user.email, role: "recruiter" }, owner)).toEqual({ ...user, role: "recruiter" });
  expect(await stillSignedIn(0)).toBe(true);
  expect(await actions()).toEqual(["user.created", "user.role_changed"]);
});
