import { expect, test } from "vitest";
import { testDatabase, testOrganization } from "../testing/database/database.ts";
import { hasOrganization } from "./first-run.ts";

const { url } = await testDatabase();

test("a database is begun with its first organisation", async () => {
  expect(await hasOrganization(url)).toBe(false);
  await testOrganization();
  expect(await hasOrganization(url)).toBe(true);
});
