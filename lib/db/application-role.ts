import type pg from "pg";

/**
 * As whom web and worker use the embedded database: somebody who reads and writes rows and owns no more than the queue, so that
 * whatever may slip into a statement reaches neither files, nor programs, nor the record's guard. What owns the tables migrates.
 */
export const APPLICATION_ROLE = "talentflow_app";

/** What it may do less with a table than with others. */
const LESS = {
  audit_events: "UPDATE, DELETE",
  audit_permits: "INSERT, UPDATE, DELETE",
  _prisma_migrations: "INSERT, UPDATE, DELETE",
};

/**
 * Gives that role what it needs of the tables that there are, those of new migrations too. Does nothing where there is no such
 * role: then one role does everything.
 * @param client of the tables' owner
 */
export async function grantToApplication(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ home: string }>(
    "SELECT current_schema() AS home FROM pg_roles WHERE rolname = $1 AND rolname <> current_user",
    [APPLICATION_ROLE],
  );
  if (!rows[0]) return;
  const home = client.escapeIdentifier(rows[0].home);
  await client.query(`GRANT USAGE ON SCHEMA ${home} TO ${APPLICATION_ROLE}`);
  await client.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${home} TO ${APPLICATION_ROLE}`);
  await client.query(`GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA ${home} TO ${APPLICATION_ROLE}`);
  for (const [table, rights] of Object.entries(LESS)) {
    const name = `${home}.${client.escapeIdentifier(table)}`;
    const { rowCount } = await client.query("SELECT WHERE to_regclass($1) IS NOT NULL", [name]);
    if (rowCount === 1) await client.query(`REVOKE ${rights} ON ${name} FROM ${APPLICATION_ROLE}`);
  }
}
