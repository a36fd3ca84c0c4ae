import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { APPLICATION_ROLE } from "../../db/application-role.ts";

/*
 * Two roles in the embedded PostgreSQL: the owner, who made the cluster and may do everything, migrates; the application's role does
 * the rest. Each has a password of its own in the data folder.
 */

const passwordFileOf = (dataDir: string): string => join(dataDir, "postgres-app-password");

/** The application's password, readable by nobody else. Null where no start has made it yet. */
export function readAppPassword(dataDir: string): string | null {
  const file = passwordFileOf(dataDir);
  return existsSync(file) ? readFileSync(file, "utf8").trim() : null;
}

/**
 * Makes the application's role or renews its password; what earlier releases made as the owner for the queue becomes its own. What it
 * may do with tables it is given with each migration (lib/db/application-role.ts).
 * @param ownerUrl of the application's database
 * @returns its password
 */
export async function ensureApplicationRole(ownerUrl: string, dataDir: string): Promise<string> {
  const password = readAppPassword(dataDir) ?? makePassword(dataDir);
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const known = await client.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [APPLICATION_ROLE]);
    if (known.rowCount === 0) await client.query(`CREATE ROLE ${APPLICATION_ROLE}`);
    const rights = "LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS";
    await client.query(`ALTER ROLE ${APPLICATION_ROLE} ${rights} PASSWORD ${client.escapeLiteral(password)}`);
    const database = client.escapeIdentifier(new URL(ownerUrl).pathname.slice(1));
    await client.query(`GRANT CONNECT, CREATE ON DATABASE ${database} TO ${APPLICATION_ROLE}`); // the queue makes its schema
    await client.query(OWN_THE_QUEUE);
  } finally {
    await client.end();
  }
  return password;
}

function makePassword(dataDir: string): string {
  const password = randomBytes(24).toString("hex");
  writeFileSync(passwordFileOf(dataDir), `${password}\n`, { mode: 0o600 });
  return password;
}

/** The queue changes its own tables and functions when it is upgraded, and makes tables as it goes. */
const OWN_THE_QUEUE = `
DO $$
DECLARE
  queue oid := to_regnamespace('pgboss');
  app oid := '${APPLICATION_ROLE}'::regrole;
  change text;
BEGIN
  FOR change IN
    SELECT format('ALTER TABLE %s OWNER TO ${APPLICATION_ROLE}', c.oid::regclass) FROM pg_class c
      WHERE c.relnamespace = queue AND c.relkind IN ('r', 'p', 'v', 'm', 'S') AND c.relowner <> app
        AND NOT (c.relkind = 'S' AND EXISTS (SELECT FROM pg_depend d
          WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype IN ('a', 'i')))
    UNION ALL
    SELECT format('ALTER ROUTINE %s OWNER TO ${APPLICATION_ROLE}', p.oid::regprocedure) FROM pg_proc p
      WHERE p.pronamespace = queue AND p.proowner <> app
    UNION ALL
    SELECT format('ALTER TYPE %s OWNER TO ${APPLICATION_ROLE}', t.oid::regtype) FROM pg_type t
      WHERE t.typnamespace = queue AND t.typowner <> app AND t.typtype IN ('e', 'd')
    UNION ALL
    SELECT 'ALTER SCHEMA pgboss OWNER TO ${APPLICATION_ROLE}' FROM pg_namespace n WHERE n.oid = queue AND n.nspowner <> app
  LOOP
    EXECUTE change;
  END LOOP;
END $$`;
