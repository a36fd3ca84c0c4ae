import { expect, test } from "vitest";
import { db } from "../../db/client.ts";
import { listTemplates } from "../../templates/read.ts";
import { testDatabase, testOrganization, testTemplate } from "../../testing/database/database.ts";
import { presentChoices } from "./template-choices.ts";

await testDatabase();

test("who invites chooses among all the templates that are in use, oldest first", async () => {
  const [actor, stranger] = [await testOrganization("Ours"), await testOrganization("Theirs")];
  const names = Array.from({ length: 120 }, (_, n) => `Template ${n}`); // more than a page of the API
  for (const [n, name] of names.entries()) {
    const { id } = await testTemplate(actor, name);
    const archivedAt = n === 1 ? new Date() : null;
    await db().template.update({ where: { id }, data: { createdAt: new Date(n * 1000), archivedAt } });
  }
  await testTemplate(stranger, "Theirs");
  const choices = presentChoices(await listTemplates({ archived: false }, { after: null, limit: null }, actor));
  expect(choices.map(({ name }) => name)).toEqual(names.filter((_, n) => n !== 1));
  expect(choices[0]).toEqual({ id: expect.any(String), name: "Template 0" });
});
