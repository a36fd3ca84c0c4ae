import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { eventMessage, presentRecordingError } from "../present/events.ts";
import { presentFailure } from "../present/failure.ts";
import { presentFlags } from "../present/flags.ts";
import { maintenanceUrl, migrationsUpTo, run } from "../testing/database/migrations.ts";
import { deliveryWords } from "../words/delivery-words.ts";
import { deliveries } from "../words/en/deliveries.ts";
import { events } from "../words/en/events.ts";
import { failures } from "../words/en/failures.ts";
import { flags } from "../words/en/flags.ts";
import { eventWords } from "../words/event-words.ts";
import { failureWords } from "../words/failure-words.ts";
import { migrate } from "./migrations/migrate.ts";

/*
 * Sentences were stored, up to the migration that keeps what they say instead. Whoever reads hears the same as before, word for word.
 */

const BEFORE_VERSIONS = "20261130100000"; // of templates, the first migration since the last release that kept sentences
const url = new URL(process.env.DATABASE_URL as string); // set by testing/database/environment.ts; this file makes it
const SESSION = "a0000000-0000-4000-8000-000000000000";
const OTHER = "b0000000-0000-4000-8000-000000000000";

let client: pg.Client;
beforeAll(async () => {
  await run(maintenanceUrl(), `CREATE DATABASE ${url.pathname.slice(1)}`);
  await migrate(url.href, { migrationsDir: await migrationsUpTo(BEFORE_VERSIONS) });
  client = new pg.Client({ connectionString: url.href });
  await client.connect();
  await client.query(CONTENT);
  for (const [code, message, data] of told()) await client.query(EVENT, [SESSION, code, message, data]);
  await client.query(ANALYSIS, [SESSION, 1, JSON.stringify(raised()), null]);
  for (const [at, error] of failed().entries()) await client.query(ANALYSIS, [OTHER, at + 1, "[]", error]);
  for (const error of [...undelivered(), null]) await client.query(ATTEMPT, [error]);
  await migrate(url.href);
});
afterAll(() => client.end());

const EVENT = "INSERT INTO session_events (session_id, kind, code, message, data) VALUES ($1, 'log', $2, $3, $4)";
const ANALYSIS = `INSERT INTO analyses (id, run_id, organization_id, session_id, version, flags, error)
  SELECT gen_random_uuid(), gen_random_uuid(), organization_id, id, $2, $3, $4 FROM sessions WHERE id = $1`;
const ATTEMPT = `INSERT INTO webhook_attempts (delivery_id, error, duration_ms) SELECT id, $1, 1 FROM webhook_deliveries`;

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
  INSERT INTO webhooks (id, organization_id, url, secret, disabled_reason)
    SELECT gen_random_uuid(), id, 'https://x.example', 'x', 'An event (recording.ready) could not be delivered for three days.' FROM organizations;
  INSERT INTO webhook_events (organization_id, message_id, type, payload) SELECT id, gen_random_uuid(), 'webhook.test', '{}' FROM organizations;
  INSERT INTO webhook_deliveries (id, webhook_id, event_id) SELECT gen_random_uuid(), w.id, e.id FROM webhooks w, webhook_events e;
  ${interview(SESSION, "Reading the recording took more memory than anything of its size does.")}
  ${interview(OTHER, "Something that nobody says any more.")}
  UPDATE sessions SET started_at = started_at - interval '1 day' WHERE id = '${OTHER}';`;

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
  const ours = sentencesOf(events).flatMap((key) => {
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

/** Never stored as a sentence: they came when what happened was told by codes. */
const CODES_FROM_THE_START: readonly RegExp[] = [
  /^(far_above_rubric:not_counted|total_above_rubric|models_disagree|unclear_words)$/,
  /^new_words$/,
  /^(speech_|transcription_gave_up)/,
];
const sentencesOf = (words: object) =>
  Object.keys(words).filter((key) => !CODES_FROM_THE_START.some((code) => code.test(key)));

/** Every flag in every wording that it ever had as a sentence, and one that no version raised. */
function raised(): { code: string; message: string }[] {
  const keys = sentencesOf(flags) as (keyof typeof flags)[];
  const ours = keys.map((key) => ({ code: key.split(":")[0] ?? "", message: flags[key] }));
  return [...ours, { code: "off_topic", message: "Off topic." }];
}

const FAULT = {
  ...{ host: "models.example.com", model: "judge (1)", seconds: 0.5, status: 503, room: 12, least: 256 },
  ...{ fault: "EPROTO", address: "127.0.0.1", type: "recording.ready" },
};

/** Every reason for which a scoring failed, also where sound was to be written down; and one that is not ours. */
function failed(): string[] {
  const reasons = sentencesOf(failures).flatMap((key) => {
    const [code = "", say] = key.split(":");
    if (code === "not_transcribed") return [];
    return [{ of: "" }, { of: "transcription" }].map((of) =>
      failureWords({ code, say, params: { ...FAULT, ...of } }, "en"),
    );
  });
  return [...reasons, "It broke.", "The spoken answers could not be written down. It broke."];
}

/** Every reason for which a delivery failed; and one that is not ours. */
function undelivered(): string[] {
  const reasons = Object.keys(deliveries).map((key) => {
    const [code = "", say] = key.split(":");
    return deliveryWords({ code, say, params: FAULT }, "en");
  });
  return [...reasons, "It broke."];
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
  const said = JSON.parse(rows[0].logs).map(({ message }: { message: string }) => message);
  expect(said).toEqual(told().map(([, message]) => message));
});

test("flags read as before, in whichever wording they were raised, and only foreign words are kept", async () => {
  const { rows } = await client.query("SELECT flags FROM analyses WHERE flags <> '[]'");
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

test("why an analysis failed reads as before", async () => {
  const { rows } = await client.query("SELECT error FROM analyses WHERE session_id = $1 ORDER BY version", [OTHER]);
  expect(rows.map(({ error }) => presentFailure(error))).toEqual(failed());
  expect(rows.filter(({ error }) => "message" in error)).toHaveLength(2);
});

test("why a delivery failed and a webhook was disabled reads as before", async () => {
  const { rows } = await client.query("SELECT error FROM webhook_attempts ORDER BY id");
  expect(rows.map(({ error }) => error && deliveryWords(error, "en"))).toEqual([...undelivered(), null]);
  expect(rows.filter(({ error }) => error && "message" in error)).toHaveLength(1);
  const { rows: stopped } = await client.query("SELECT disabled_reason AS reason FROM webhooks");
  expect(stopped).toEqual([{ reason: { code: "given_up", params: { type: "recording.ready" } } }]);
});
