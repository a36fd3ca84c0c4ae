import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import * as auditEvents from "../db/audit-events.ts";
import { db, transaction } from "../db/client.ts";
import { testDatabase, testOrganization } from "../db/testing.ts";
import type { Actor } from "../domain/actor.ts";
import { interviewMaker } from "../review/testing-interviews.ts";
import { createApiKey } from "./create-api-key.ts";
import { createUser } from "./create-user.ts";
import { listActivity } from "./list-activity.ts";
import { listAuditEvents } from "./list-audit-events.ts";
import { noteRecordingView } from "./note-recording-view.ts";

await testDatabase();

const HOUR_MS = 3_600_000;

function views(interviewId: string) {
  return db().auditEvent.count({ where: { subjectId: interviewId, action: "recording.viewed" } });
}

test("many ranges of one recording are one view an hour, for each who watches", async () => {
  const { organizationId } = await testOrganization();
  const [ada, bob]: Actor[] = ["ada", "bob"].map(() => ({ kind: "user", id: randomUUID(), organizationId }));
  if (!ada || !bob) throw new Error("nobody watches");
  const interviewId = randomUUID();
  await Promise.all(Array.from({ length: 8 }, () => noteRecordingView(ada, interviewId)));
  expect(await views(interviewId)).toBe(1);
  await noteRecordingView(bob, interviewId);
  expect(await views(interviewId)).toBe(2);
  await noteRecordingView(ada, randomUUID());
  await noteRecordingView(ada, interviewId, new Date(Date.now() + HOUR_MS + 1_000));
  expect(await views(interviewId)).toBe(3);
});

test("another process that has written a view down is believed", async () => {
  const actor: Actor = { ...(await testOrganization()), kind: "user", id: randomUUID() };
  const interviewId = randomUUID();
  const subject = { kind: "interview", id: interviewId };
  await transaction((tx) => auditEvents.append(tx, actor, "recording.viewed", subject));
  await noteRecordingView(actor, interviewId);
  expect(await views(interviewId)).toBe(1);
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
