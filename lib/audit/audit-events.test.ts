import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import * as auditEvents from "../db/audit-events.ts";
import { db, transaction } from "../db/client.ts";
import type { Actor } from "../domain/actor.ts";
import { createApiKey } from "../keys/create-api-key.ts";
import { createUser } from "../members/create-user.ts";
import { testDatabase, testOrganization } from "../testing/database/database.ts";
import { interviewMaker } from "../testing/interviews.ts";
import { listActivity } from "./list-activity.ts";
import { listAuditEvents } from "./list-audit-events.ts";
import { noteSeen } from "./note-seen.ts";

await testDatabase();

function views(interviewId: string) {
  return db().auditEvent.count({ where: { subjectId: interviewId, action: "recording.viewed" } });
}

const LATER = 3_600_000 + 1_000;
/** As if so much of the database's time had passed. */
const age = (minutes: number) =>
  db().$executeRaw`UPDATE audit_marks SET noted_at = noted_at - make_interval(mins => ${minutes})`;

test("many ranges of one recording are one view an hour, for each who watches", async () => {
  const { organizationId } = await testOrganization();
  const [ada, bob]: Actor[] = ["ada", "bob"].map(() => ({ kind: "user", id: randomUUID(), organizationId }));
  if (!ada || !bob) throw new Error("nobody watches");
  const interviewId = randomUUID();
  await Promise.all(Array.from({ length: 8 }, () => noteSeen(ada, "recording.viewed", interviewId)));
  expect(await views(interviewId)).toBe(1);
  await noteSeen(bob, "recording.viewed", interviewId);
  expect(await views(interviewId)).toBe(2);
  await noteSeen(ada, "recording.downloaded", interviewId);
  await noteSeen(ada, "recording.viewed", interviewId, Date.now() + LATER);
  expect(await views(interviewId), "a clock that runs ahead is not believed").toBe(2);
  await age(61);
  await noteSeen(ada, "recording.viewed", interviewId, Date.now() + 2 * LATER);
  expect(await views(interviewId)).toBe(3);
});

test("processes that write the same view down at the same moment write it once", async () => {
  const actor: Actor = { ...(await testOrganization()), kind: "user", id: randomUUID() };
  const subject = { kind: "interview", id: randomUUID() };
  const once = () => auditEvents.appendOnceAnHour(db(), actor, "review.opened", subject);
  const added = await Promise.all(Array.from({ length: 12 }, once));
  expect(added.filter(Boolean)).toHaveLength(1);
  await age(59);
  expect(await once()).toBe(false);
  await age(2);
  expect(await once()).toBe(true);
  await age(180);
  expect(await transaction((tx) => auditEvents.removeOldMarks(tx, 1_000))).toBeGreaterThan(0);
  expect(await db().auditMark.count()).toBe(0);
});

test("what the product does for somebody is no seeing", async () => {
  const actor = await testOrganization();
  await noteSeen(actor, "recording.viewed", randomUUID());
  expect(await db().auditEvent.count({ where: { organizationId: actor.organizationId } })).toBe(0);
});

test("the record is read newest first, page by page, with the names of who did it and of nobody else's doing", async () => {
  const [ours, theirs] = [await testOrganization("Ours"), await testOrganization("Theirs")];
  const user = await createUser({ email: "ada@example.com", name: "Ada", role: "owner", password: "a long one" }, ours);
  const ada: Actor = { kind: "user", id: user.id, organizationId: ours.organizationId };
  for (const name of ["One", "Two", "Three"]) await createApiKey({ name }, ada);
  await createApiKey({ name: "Theirs" }, theirs);
  const first = await listAuditEvents(ours, { after: null, limit: 2 });
  const last = first.at(-1)?.event;
  if (!last) throw new Error("nothing is recorded");
  const rest = await listAuditEvents(ours, { after: { createdAt: last.at, id: last.id }, limit: 10 });
  const told = [...first, ...rest].map(({ event, actorName }) => [event.action, actorName, event.detail]);
  expect(told).toMatchObject([
    ["api_key.created", "Ada", { name: "Three" }],
    ["api_key.created", "Ada", { name: "Two" }],
    ["api_key.created", "Ada", { name: "One" }],
    ["user.created", null, { role: "owner" }],
  ]);
  const made = await listAuditEvents(ours, { action: "user.created", after: null, limit: 10 });
  expect(made.map(({ event }) => event.subjectId)).toEqual([user.id]);
});

test("activity names the candidate and the member that a line is about, and nobody of another organisation", async () => {
  const [ours, theirs] = [await testOrganization("Ours"), await testOrganization("Theirs")];
  const make = await interviewMaker(ours);
  const { id, candidateId } = await make({ name: "Grace Hopper", email: "grace@example.com", session: "completed" });
  const stranger = await (await interviewMaker(theirs))({ name: "Not Ours", email: "not@example.com" });
  const { id: memberId } = await createUser(
    { email: "otto@example.com", name: "Otto", role: "reviewer", password: "a long one" },
    ours,
  );
  const key: Actor = { kind: "api_key", id: randomUUID(), organizationId: ours.organizationId };
  const candidate = { kind: "candidate", id: String(candidateId), organizationId: ours.organizationId } as const;
  await auditEvents.append(db(), key, "decision.made", { kind: "interview", id, detail: { decided_by: memberId } });
  await auditEvents.append(db(), candidate, "candidate.deletion_requested", { kind: "candidate", id: candidate.id });
  await auditEvents.append(db(), key, "recording.viewed", { kind: "interview", id: stranger.id });
  await auditEvents.append(db(), key, "candidate.changed", { kind: "candidate", id: "not-a-number" });
  const lines = await listActivity(ours, { after: null, limit: 10 });
  const grace = { name: "Grace Hopper", interviewId: id };
  expect(lines.map(({ event, subject, candidate, member }) => [event.action, subject, candidate, member])).toEqual([
    ["candidate.changed", null, null, null],
    ["recording.viewed", null, null, null],
    ["candidate.deletion_requested", expect.objectContaining(grace), expect.objectContaining(grace), null],
    ["decision.made", expect.objectContaining(grace), null, "Otto"],
    ["user.created", null, null, "Otto"],
  ]);
});
