import { withOwnConnection } from "./own-connection.ts";

/** Whether somebody has begun with this database. Asked without the client, which takes longer to load than the rest of a start. */
export function hasOrganization(databaseUrl: string): Promise<boolean> {
  return withOwnConnection(databaseUrl, async (client) => {
    const { rowCount } = await client.query("SELECT FROM organizations LIMIT 1");
    return rowCount === 1;
  });
}
