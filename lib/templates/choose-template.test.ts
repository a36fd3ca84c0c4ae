import { expect, test } from "vitest";
import { db } from "../db/client.ts";
import { testDatabase, testOrganization, testTemplate } from "../testing/database/database.ts";
import { testInvitation } from "../testing/invitation.ts";
import { toldOf } from "../testing/refusals.ts";

await testDatabase();

test("a template is found by name or id, in one's own organisation, unless it is archived", async () => {
  const [actor, stranger] = [await testOrganization("Ours"), await testOrganization("Theirs")];
  await testTemplate(actor, "First");
  const second = await testTemplate(actor, "Second");
  const theirs = await testTemplate(stranger, "Theirs");
  const person = { name: "Ada", email: "ada@example.com" };
  const templateOf = async (template: string | undefined) => {
    const { interviewId } = await testInvitation({ ...person, template, allow_another: true }, actor);
    return (await db().interview.findUniqueOrThrow({ where: { id: interviewId }, include: { template: true } }))
      .template;
  };
  expect(await templateOf(undefined)).toMatchObject({ name: "First" });
  expect(await templateOf("Second")).toMatchObject({ id: second.id });
  expect(await templateOf(second.id)).toMatchObject({ name: "Second" });
  for (const unknown of ["Third", "Theirs", theirs.id]) {
    await expect(templateOf(unknown)).rejects.toMatchObject({ code: "template_not_found" });
  }
  await db().template.update({ where: { id: second.id }, data: { archivedAt: new Date() } });
  await expect(templateOf("Second")).rejects.toMatchObject({ code: "template_not_found" });
});

test("without any template, the error says what to do first", async () => {
  const actor = await testOrganization();
  await expect(toldOf(testInvitation({ name: "Ada", email: "ada@example.com" }, actor))).resolves.toMatchObject({
    code: "template_not_found",
    message: expect.stringContaining("make one first"),
  });
});
