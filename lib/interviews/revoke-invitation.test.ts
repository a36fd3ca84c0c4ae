import { expect, test } from "vitest";
import { db } from "../db/client.ts";
import { testDatabase, testOrganization, testTemplate } from "../testing/database/database.ts";
import { testInvitation } from "../testing/invitation.ts";
import { revokeInvitation } from "./revoke-invitation.ts";

await testDatabase();

test("an invitation is taken back once, however often it is asked", async () => {
  const actor = await testOrganization();
  await testTemplate(actor);
  const { interviewId } = await testInvitation({ name: "Ada", email: "ada@example.com" }, actor);
  const first = await revokeInvitation(interviewId, actor);
  expect(first.revokedAt).toBeInstanceOf(Date);
  expect((await revokeInvitation(interviewId, actor)).revokedAt).toEqual(first.revokedAt);
  const events = await db().auditEvent.findMany({ where: { subjectId: interviewId }, orderBy: { id: "asc" } });
  expect(events.map(({ action }) => action)).toEqual(["invitation.created", "invitation.revoked"]);
});

test("another organisation's invitation looks the same as none", async () => {
  const [ours, theirs] = [await testOrganization("Ours"), await testOrganization("Theirs")];
  await testTemplate(theirs);
  const { interviewId } = await testInvitation({ name: "Ada", email: "ada@example.com" }, theirs);
  for (const unknown of [interviewId, "7c9a0e6e-9d3c-4c43-8f39-1f1f7f0a4b11", "no id", "\u0000"]) {
    await expect(revokeInvitation(unknown, ours)).rejects.toMatchObject({ code: "interview_not_found" });
  }
  expect(await db().interview.findUnique({ where: { id: interviewId } })).toMatchObject({ revokedAt: null });
});
