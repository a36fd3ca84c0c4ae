import pg from "pg";

/** Runs `work` with a connection that nobody else uses, and closes it afterwards: what it began and did not commit is undone. */
export async function withOwnConnection<T>(databaseUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: databaseUrl });
  client.on("error", () => undefined); // one that is lost while nothing waits is told by the next query
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
