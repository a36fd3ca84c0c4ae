import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import * as auditEvents from "../db/audit-events.ts";
import { db, transaction } from "../db/client.ts";
import { testDatabase, testOrganization } from "../db/testing.ts";
import type { Actor } from "../domain/actor.ts";
import { createApiKey } from "./create-api-key.ts";
import { createUser } from "./create-user.ts";
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
