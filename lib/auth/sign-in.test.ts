import { randomUUID } from "node:crypto";
import { Secret, TOTP } from "otpauth";
import { expect, test, vi } from "vitest";
import { db } from "../db/client.ts";
import * as signIns from "../db/sign-ins.ts";
import type { Actor } from "../domain/actor.ts";
import { changePassword } from "../members/change-password.ts";
import { createUser } from "../members/create-user.ts";
import { endOwnSignIn } from "../members/end-own-sign-in.ts";
import { endSignIns } from "../members/end-sign-ins.ts";
import { confirmSecondFactor } from "../members/second-factor/confirm.ts";
import { startSecondFactor } from "../members/second-factor/start.ts";
import { testDatabase, testOrganization } from "../testing/database/database.ts";
import { type SignInOutcome, signIn } from "./sign-in.ts";
import { liveSignIn } from "./sign-in-session.ts";

await testDatabase();

const PASSWORD = "correct horse battery";

async function member() {
  const { organizationId } = await testOrganization();
  const email = `${randomUUID()}@example.com`;
  const user = await createUser(
    { email, name: "Ada", role: "owner", password: PASSWORD },
    { kind: "system", organizationId },
  );
  const actor: Actor = { kind: "user", id: user.id, organizationId };
  const tryWith = (password: string, { address = randomUUID() as string, cookies = "", code = "" } = {}) =>
    signIn({ email, password, code }, { address, cookies, device: "Firefox on Linux" });
  const events = async () => {
    const all = await db().auditEvent.findMany({ where: { subjectId: user.id }, orderBy: { id: "asc" } });
    return all.slice(1).map(({ action, actorKind, detail }) => ({ action, actorKind, ...(detail as object) }));
  };
  return { user, actor, tryWith, events };
}

function signedIn(outcome: SignInOutcome) {
  if (outcome.kind !== "signed_in") throw new Error(`not signed in: ${outcome.kind}`);
  const { userId: sub, signInEpoch, signInId, cookie } = outcome;
  return { token: { sub, signInEpoch, signInId }, cookies: `${cookie.name}=${cookie.value}` };
}

const isOpen = async (outcome: SignInOutcome) => (await liveSignIn(signedIn(outcome).token)) !== null;

/** As if this sign-in had been opened, and seen last, so long ago. */
function age(outcome: SignInOutcome, { created, seen }: { created: string; seen: string }) {
  return db()
    .$executeRaw`UPDATE sign_ins SET created_at = now() - ${created}::interval, last_seen_at = now() - ${seen}::interval
    WHERE id = ${signedIn(outcome).token.signInId}::uuid`;
}

test("a sign-in that is signed out opens nothing, and others of the same person go on", async () => {
  const { actor, tryWith, events } = await member();
  const [here, elsewhere] = [await tryWith(PASSWORD), await tryWith(PASSWORD)];
  const { signInId } = signedIn(here).token;
  await endOwnSignIn(actor, signInId, "user.signed_out");
  await endOwnSignIn(actor, signInId, "user.signed_out");
  expect([await isOpen(here), await isOpen(elsewhere)]).toEqual([false, true]);
  await signIns.touch(db(), signInId);
  expect(await isOpen(here)).toBe(false);
  expect((await events()).map(({ action }) => action)).toEqual(["user.signed_in", "user.signed_in", "user.signed_out"]);
  const { actor: stranger } = await member();
  await endOwnSignIn(stranger, signedIn(elsewhere).token.signInId);
  expect(await isOpen(elsewhere)).toBe(true);
});

test("twelve hours without anything done, or seven days in any case, end a sign-in", async () => {
  const { tryWith } = await member();
  const outcome = await tryWith(PASSWORD);
  await age(outcome, { created: "6 days 23 hours", seen: "11 hours" });
  const live = await liveSignIn(signedIn(outcome).token);
  expect(live?.isSeenLately).toBe(false);
  expect(live?.endsAt.getTime()).toBeLessThan(Date.now() + 3_600_001); // the seven days come first
  await age(outcome, { created: "1 day", seen: "12 hours 1 minute" });
  expect(await isOpen(outcome)).toBe(false);
  await age(outcome, { created: "7 days 1 minute", seen: "0" });
  expect(await isOpen(outcome)).toBe(false);
});

test("a changed password and signing out everywhere end every sign-in", async () => {
  const { user, actor, tryWith } = await member();
  const before = [await tryWith(PASSWORD), await tryWith(PASSWORD)];
  await changePassword({ current_password: PASSWORD, new_password: "staple in the morning" }, actor);
  for (const each of before) expect(await isOpen(each)).toBe(false);
  const after = await tryWith("staple in the morning");
  expect(await isOpen(after)).toBe(true);
  await endSignIns(actor);
  expect(await isOpen(after)).toBe(false);
  expect(await signIns.listLive(db(), user.id, { idleHours: 12, maxDays: 7 })).toEqual([]);
});

test("a cookie of before there were sign-ins, or with another's id in it, opens nothing", async () => {
  const [one, other] = [await member(), await member()];
  const { token } = signedIn(await one.tryWith(PASSWORD));
  const { signInId: _, ...old } = token;
  expect(await liveSignIn(old)).toBeNull();
  expect(await liveSignIn({ ...token, sub: other.user.id })).toBeNull();
  expect(await liveSignIn({ ...token, signInEpoch: 1 })).toBeNull();
  expect(await liveSignIn({ ...token, signInId: "' OR 1=1" })).toBeNull();
});

test("hundreds of wrong passwords from elsewhere keep neither their browser nor a new address of theirs out", async () => {
  const { tryWith } = await member();
  const { cookies } = signedIn(await tryWith(PASSWORD));
  for (let guesser = 0; guesser < 7; guesser++) {
    const address = randomUUID();
    for (let guess = 0; guess < 6; guess++) await tryWith("a wrong password", { address });
    expect((await tryWith(PASSWORD, { address })).kind).toBe("wait");
    expect((await tryWith(PASSWORD, { address, cookies })).kind).toBe("signed_in");
  }
  expect((await tryWith(PASSWORD)).kind).toBe("signed_in");
});

test("failures and waits are written down with account, address and how often; those of nobody's account are not", async () => {
  const { tryWith, events } = await member();
  const address = "203.0.113.7";
  for (let guess = 0; guess < 7; guess++) await tryWith("a wrong password", { address });
  const nobody = { email: "nobody@example.com", password: PASSWORD, code: "" };
  expect((await signIn(nobody, { address: randomUUID(), cookies: "", device: "" })).kind).toBe("wrong");
  await vi.waitFor(async () => expect(await events()).toHaveLength(2));
  expect(await events()).toEqual([
    { action: "user.sign_in_failed", actorKind: "stranger", name: "Ada", address, reason: "wrong password" },
    { action: "user.sign_in_delayed", actorKind: "stranger", name: "Ada", address, reason: "too many tries" },
  ]);
  await tryWith(PASSWORD);
  expect((await events()).at(-1)).toMatchObject({ action: "user.signed_in", device: "Firefox on Linux" });
});

test("with a second factor the password alone signs nobody in, and codes are guessed slowly from anywhere", async () => {
  const { user, actor, tryWith } = await member();
  const secret = Secret.fromBase32(new URL(await startSecondFactor(actor)).searchParams.get("secret") ?? "");
  const codeAt = (steps: number) => TOTP.generate({ secret, timestamp: Date.now() + steps * 30_000 });
  const recovery = (await confirmSecondFactor(actor, codeAt(-1))) ?? [];
  for (let asked = 0; asked < 12; asked++) expect(await tryWith(PASSWORD)).toEqual({ kind: "code_needed" });
  expect(await tryWith("a wrong password", { code: codeAt(0) })).toEqual({ kind: "wrong" });
  const signed = await tryWith(PASSWORD, { code: codeAt(0) });
  expect(await liveSignIn(signedIn(signed).token)).toMatchObject({ account: { id: user.id, secondFactor: true } });
  expect(await tryWith(PASSWORD, { code: codeAt(0) })).toEqual({ kind: "code_wrong" }); // it was used
  for (let guess = 0; guess < 4; guess++) expect((await tryWith(PASSWORD, { code: "000000" })).kind).toBe("code_wrong");
  const waits = await tryWith(PASSWORD, { code: codeAt(1) });
  expect([15, 14, 13]).toContain(waits.kind === "wait" ? waits.seconds : 0); // by how long it took to ask
  const { cookies } = signedIn(signed);
  expect((await tryWith(PASSWORD, { code: recovery[0] ?? "", cookies })).kind).toBe("signed_in");
});

test("somebody's old sign-ins do not pile up", async () => {
  const { user, tryWith } = await member();
  await age(await tryWith(PASSWORD), { created: "400 days", seen: "399 days" });
  const { signInId } = signedIn(await tryWith(PASSWORD)).token;
  await db().$executeRaw`UPDATE sign_ins SET ended_at = now() - interval '2 days' WHERE id = ${signInId}::uuid`;
  for (let time = 0; time < 103; time++) await signIns.insert(db(), user.id, { address: "", device: "" });
  expect(await db().signIn.count({ where: { userId: user.id } })).toBe(100);
});
