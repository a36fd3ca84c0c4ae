import pg from "pg";
import { afterAll, inject } from "vitest";
import { db, disconnect, transaction } from "../../db/client.ts";
import type { NewTemplate } from "../../db/new-templates.ts";
import * as newTemplates from "../../db/new-templates.ts";
import * as organizations from "../../db/organizations.ts";
import type { TemplateRow } from "../../db/templates.ts";
import type { Actor } from "../../domain/actor.ts";

/**
 * Makes this test file's own database: fresh, migrated, empty. Call it once, at the top of the file:
 * `await testDatabase();` — from then on `db()` and `transaction()` work, and the connections end with the file.
 *
 * @returns the address, for what connects by itself
 */
export async function testDatabase(): Promise<{ url: string }> {
  const url = process.env.DATABASE_URL as string; // set by testing/database/environment.ts
  const template = new URL(inject("templateDatabaseUrl"));
  const client = new pg.Client({ connectionString: maintenanceUrl(template) });
  await client.connect();
  try {
    await client.query(`CREATE DATABASE ${nameOf(new URL(url))} TEMPLATE ${nameOf(template)}`);
  } finally {
    await client.end();
  }
  afterAll(endConnections);
  return { url };
}

/** The queue's are there once something has added a job; not imported for that, since most files never do. */
async function endConnections(): Promise<void> {
  const held = globalThis as { talentflowBoss?: Promise<{ stop(options: object): Promise<void> }> | undefined };
  const boss = await held.talentflowBoss;
  held.talentflowBoss = undefined;
  await boss?.stop({ graceful: false });
  await disconnect();
}

/** An organisation of the test's own, and someone who acts for it. */
export async function testOrganization(name = "Test Ltd"): Promise<Actor> {
  const { id } = await organizations.insert(db(), name);
  return { organizationId: id, kind: "system" };
}

export const TEST_QUESTIONS = [
  { text: "What does a good test do?", type: "technical", keywords: ["fail", "behaviour"] },
  { text: "Tell me about a bug you are proud of.", type: "behavioral", keywords: ["cause", "learned"] },
] as const satisfies NewTemplate["questions"];

/** A template with two questions, for tests that need one to invite by. */
export function testTemplate(
  { organizationId }: Actor,
  name = "Test template",
  over: Partial<NewTemplate> = {},
): Promise<TemplateRow> {
  const usual = { roleTitle: "Tester", companyValues: ["Curiosity"], questions: [...TEST_QUESTIONS] };
  return transaction((tx) => newTemplates.insert(tx, { organizationId, name, ...usual, ...over }));
}

/** A database cannot be copied while somebody is connected to it. */
function maintenanceUrl(url: URL): string {
  const other = new URL(url);
  other.pathname = "/postgres";
  return other.href;
}

function nameOf(url: URL): string {
  return url.pathname.slice(1);
}
