import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { eventMessage, presentRecordingError } from "../present/events.ts";
import { presentFlags } from "../present/flags.ts";
import { events } from "../words/en/events.ts";
import { flags } from "../words/en/flags.ts";
import { eventWords } from "../words/event-words.ts";
import { migrate } from "./migrations/migrate.ts";
import { migrationNames } from "./migrations/migrations-folder.ts";
import { maintenanceUrl, migrationsUpTo, run } from "./migrations/testing-migrations.ts";

/*
 * Sentences were stored, up to the migration that keeps what they say instead. Whoever reads hears the same as before, word for word.
 */

const MIGRATION = "20261130130000_words_as_codes";
const url = new URL(process.env.DATABASE_URL as string); // set by testing-environment.ts; this file makes it
const SESSION = "a0000000-0000-4000-8000-000000000000";
const OTHER = "b0000000-0000-4000-8000-000000000000";

let client: pg.Client;
beforeAll(async () => {
  await run(maintenanceUrl(), `CREATE DATABASE ${url.pathname.slice(1)}`);
  const before = (await migrationNames()).filter((name) => name < MIGRATION).at(-1);
  await migrate(url.href, { migrationsDir: await migrationsUpTo(before) });
  client = new pg.Client({ connectionString: url.href });
  await client.connect();
  await client.query(CONTENT);
  for (const [code, message, data] of told()) await client.query(EVENT, [SESSION, code, message, data]);
  await client.query(ANALYSIS, [SESSION, JSON.stringify(raised())]);
  await migrate(url.href);
});
afterAll(() => client.end());

const EVENT = "INSERT INTO session_events (session_id, kind, code, message, data) VALUES ($1, 'log', $2, $3, $4)";
const ANALYSIS = `INSERT INTO analyses (id, organization_id, session_id, version, flags)
  SELECT gen_random_uuid(), organization_id, id, 1, $2 FROM sessions WHERE id = $1`;

const interview = (session: string, error: string | null) => `
  INSERT INTO interviews (id, organization_id, candidate_id, template_id, token, expires_at)
    SELECT '${session}', o.id, c.id, t.id, gen_random_uuid(), now() FROM organizations o, candidates c, templates t;
  INSERT INTO sessions (id, organization_id, interview_id, candidate_id, recording_config)
    SELECT '${session}', o.id, '${session}', c.id, '{}' FROM organizations o, candidates c;
  INSERT INTO recordings (session_id, error) VALUES ('${session}', ${error === null ? "NULL" : `'${error}'`});`;

const CONTENT = `
  INSERT INTO organizations (id, name) VALUES (gen_random_uuid(), 'Test Ltd');
  INSERT INTO candidates (organization_id, name, email) SELECT id, 'Ada', 'ada@example.com' FROM organizations;
  INSERT INTO templates (id, organization_id, name, role_title) SELECT gen_random_uuid(), id, 'Tester', 'Tester' FROM organizations;
  INSERT INTO users (id, organization_id, email, name, password_hash, role)
    SELECT gen_random_uuid(), id, 'rita@example.com', 'Rita', 'x', 'owner' FROM organizations;
  INSERT INTO sign_ins (id, user_id, device, address) SELECT gen_random_uuid(), u.id, device, '' FROM users u,
    unnest(ARRAY['Safari on an iPhone', 'An unknown browser', 'A browser of old']) AS device;
  ${interview(SESSION, "Reading the recording took more memory than anything of its size does.")}
  ${interview(OTHER, "Something that nobody says any more.")}`;

/** Everything that was ever said of an interview, with what programs were told beside it; and what was not ours. */
function told(): [code: string, message: string, data: object][] {
  const params = {
    segment: 3,
    seconds: 1.5,
    at: 3671.4,
    count: 2,
    more: 800,
    part: 4,
    seq: 9,
    length: 77,
    sha256: "ab12",
  };
  const rest = {
    why: "by choice",
    said: 7.9987,
    written: 60,
    tracks: "audio,video",
    track: "video",
    fault: "it isn't",
    how: "1",
  };
  const ours = Object.keys(events).flatMap((key) => {
    const [code = "", say = null] = key.split(":");
    return [1, 5].map((number): [string, string, object] => {
      const given = {
        ...params,
        ...rest,
        parts: number,
        epoch: number,
        limit: number === 1 ? "memory" : "computing_time",
      };
      const data = code === "session_claimed" ? { client_key: "k", epoch: number } : {};
      return [code, eventWords({ code, say, params: given }, "en"), data];
    });
  });
  return [
    ...ours,
    ["fan_noise", "The fan was loud.", {}],
    ["session_ended", "It ended, and how.", { how: 1 }],
    ["session_claimed", "Another page goes on recording.", {}],
  ];
}

/** Every flag in every wording that it ever had, and one that no version raised. */
function raised(): { code: string; message: string }[] {
  const ours = Object.entries(flags).map(([key, message]) => ({ code: key.split(":")[0] ?? "", message }));
  return [...ours, { code: "off_topic", message: "Off topic." }];
}

test("what happened reads as before, and is stored as what it is", async () => {
  const { rows } = await client.query("SELECT * FROM session_events ORDER BY id");
  expect(rows.map((row) => [row.code, eventMessage(row)])).toEqual(told().map(([code, message]) => [code, message]));
  const verbatim = rows.filter(({ message }) => message !== null);
  expect(verbatim.map(({ code, data }) => [code, data])).toEqual([
    ["fan_noise", {}],
    ["session_ended", { how: 1 }],
    ["session_claimed", {}],
  ]);
});

test("what programs were told beside a sentence is still there", async () => {
  const { rows } = await client.query(
    "SELECT data FROM session_events WHERE code = 'session_claimed' AND message IS NULL ORDER BY id",
  );
  expect(rows.map(({ data }) => data)).toEqual([
    { client_key: "k", epoch: 1 },
    { client_key: "k", epoch: 5 },
  ]);
});

test("the view that reports read says the same", async () => {
  const { rows } = await client.query("SELECT interview_session_logs AS logs FROM candidate_interviews");
  const { rows: sessions } = await client.query(
    "SELECT session_event_words(code, say, data, message) AS words FROM session_events ORDER BY id",
  );
  expect(sessions.map(({ words }) => words)).toEqual(told().map(([, message]) => message));
  for (const { logs } of rows)
    if (logs !== null)
      expect(JSON.parse(logs).map(({ message }: { message: string }) => message)).toEqual(
        told().map(([, message]) => message),
      );
});

test("flags read as before, in whichever wording they were raised, and only foreign words are kept", async () => {
  const { rows } = await client.query("SELECT flags FROM analyses");
  expect(presentFlags(rows[0].flags)).toEqual(raised());
  expect(rows[0].flags.filter((flag: object) => "message" in flag)).toEqual([
    { code: "off_topic", message: "Off topic." },
  ]);
});

test("why a recording could not be made reads as before", async () => {
  const { rows } = await client.query("SELECT error FROM recordings ORDER BY session_id");
  expect(rows.map(({ error }) => presentRecordingError(error))).toEqual([
    "Reading the recording took more memory than anything of its size does.",
    "Something that nobody says any more.",
  ]);
  expect(rows[0].error).toEqual({ code: "recording_limit_reached", params: { limit: "memory" } });
});

test("devices are known by words for programs; what was called otherwise keeps its name", async () => {
  const { rows } = await client.query("SELECT device FROM sign_ins ORDER BY device");
  expect(rows.map(({ device }) => device)).toEqual(["A browser of old", "safari/iphone", "unknown/unknown"]);
});
