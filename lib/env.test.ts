import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { ENV_NAMES, EnvError, parseEnv } from "./env.ts";

test("everything has a default", () => {
  expect(parseEnv({}, "/srv/talentflow")).toEqual({
    port: 5000,
    publicUrl: "http://localhost:5000",
    database: { kind: "embedded" },
    statementMs: 10_000,
    drainWaitMs: 0,
    dataDir: "/srv/talentflow/data",
    logDir: "/srv/talentflow/logs",
    logLevel: "info",
    authSecret: undefined,
    trustProxy: false,
    rateLimitFactor: 1,
    redisUrl: undefined,
    signIn: { idleHours: 12, maxDays: 7, secondFactorRequired: "nobody" },
    webhooks: { allowPrivate: false },
    retention: { eventDays: 30, auditDays: 400 },
    storage: { driver: "local", dir: "/srv/talentflow/data" },
    ai: { enabled: false },
    speech: {
      model: "default",
      mirror: undefined,
      engine: undefined,
      threads: 1,
      concurrency: expect.any(Number),
      waitMs: 1_800_000,
    },
  });
});

test("an empty variable is one that is not set", () => {
  expect(parseEnv({ PORT: "", DATABASE_URL: "", LOG_LEVEL: "" })).toEqual(parseEnv({}));
});

test("links begin with PUBLIC_URL, and with the port when it is not set", () => {
  expect(parseEnv({ PORT: "8080" }).publicUrl).toBe("http://localhost:8080");
  expect(parseEnv({ PORT: "8080", PUBLIC_URL: "https://talent.example.com/" }).publicUrl).toBe(
    "https://talent.example.com",
  );
});

test("PUBLIC_URL is written as browsers write an origin", () => {
  expect(parseEnv({ PUBLIC_URL: "HTTPS://Talent.Example.com:443" }).publicUrl).toBe("https://talent.example.com");
  expect(parseEnv({ PUBLIC_URL: "http://[2001:DB8::1]:8080/" }).publicUrl).toBe("http://[2001:db8::1]:8080");
});

test.each([
  "https://jobs.example.test/talent",
  "https://jobs.example.test/talent/",
  "https://jobs.example.test//",
  "https://jobs.example.test/?",
  "https://jobs.example.test?a=1",
  "https://jobs.example.test/#",
  "https://ada:secret@jobs.example.test",
  "https://@jobs.example.test",
])("PUBLIC_URL is an origin and nothing more: %s is refused", (PUBLIC_URL) => {
  expect(problemsOf({ PUBLIC_URL })).toEqual([expect.stringMatching(/^PUBLIC_URL must be an origin without a path/)]);
});

test("all malformed variables are named at once", () => {
  const wrong = {
    PORT: "70000",
    PUBLIC_URL: "talent",
    DATABASE_URL: "mysql://x",
    LOG_LEVEL: "loud",
    AUTH_SECRET: "short",
  };
  expect(namesIn(problemsOf(wrong))).toEqual(Object.keys(wrong));
});

describe("a bucket for the recordings", () => {
  test("needs its name only, on Amazon's own", () => {
    expect(parseEnv({ STORAGE_DRIVER: "s3", S3_BUCKET: "interviews" }).storage).toEqual({
      driver: "s3",
      bucket: "interviews",
      region: "us-east-1",
      endpoint: undefined,
      publicEndpoint: undefined,
      prefix: "",
      forcePathStyle: false,
      credentials: undefined,
      encryption: undefined,
    });
  });

  test("can be anywhere that speaks S3", () => {
    const set = {
      STORAGE_DRIVER: "s3",
      S3_BUCKET: "interviews",
      S3_REGION: "eu-central-1",
      S3_ENDPOINT: "http://minio:9000",
      S3_PUBLIC_ENDPOINT: "https://files.example.com",
      S3_PREFIX: "team/talentflow",
      S3_FORCE_PATH_STYLE: "1",
      S3_ACCESS_KEY_ID: "id",
      S3_SECRET_ACCESS_KEY: "secret",
      S3_SSE: "aws:kms",
      S3_SSE_KMS_KEY_ID: "key",
    };
    expect(parseEnv(set).storage).toEqual({
      driver: "s3",
      bucket: "interviews",
      region: "eu-central-1",
      endpoint: "http://minio:9000",
      publicEndpoint: "https://files.example.com",
      prefix: "team/talentflow/",
      forcePathStyle: true,
      credentials: { accessKeyId: "id", secretAccessKey: "secret" },
      encryption: { algorithm: "aws:kms", keyId: "key" },
    });
    expect(parseEnv({ ...set, S3_SSE: "AES256", S3_SSE_KMS_KEY_ID: "", S3_PREFIX: "team/" }).storage).toMatchObject({
      prefix: "team/",
      encryption: { algorithm: "AES256" },
    });
  });

  test("is refused with everything malformed and everything missing at once", () => {
    const wrong = {
      STORAGE_DRIVER: "s3",
      S3_ENDPOINT: "minio:9000",
      S3_PREFIX: "/up/../here",
      S3_FORCE_PATH_STYLE: "yes",
    };
    const half = { ...wrong, S3_ACCESS_KEY_ID: "id", S3_SSE_KMS_KEY_ID: "key" };
    const named = ["S3_ENDPOINT", "S3_PREFIX", "S3_FORCE_PATH_STYLE", "S3_BUCKET", "S3_SECRET_ACCESS_KEY", "S3_SSE"];
    expect(namesIn(problemsOf(half))).toEqual(named);
    const withoutId = { STORAGE_DRIVER: "s3", S3_BUCKET: "interviews", S3_SECRET_ACCESS_KEY: "secret" };
    expect(namesIn(problemsOf(withoutId))).toEqual(["S3_ACCESS_KEY_ID"]);
    expect(namesIn(problemsOf({ STORAGE_DRIVER: "tape" }))).toEqual(["STORAGE_DRIVER"]);
  });
});

describe("an endpoint for models", () => {
  test("needs a key only, and uses no model that is not named", () => {
    expect(parseEnv({ OPENAI_API_KEY: "sk-1" }).ai).toEqual({
      enabled: true,
      baseUrl: "https://api.openai.com/v1",
      apiKey: "sk-1",
      model: undefined,
      samples: 3,
      concurrency: 4,
      timeoutMs: 60_000,
      maxRetries: 4,
      prices: undefined,
      transcriptionModel: undefined,
      speechModel: undefined,
      speechVoice: "alloy",
    });
  });

  test("can be anywhere, and then needs no key", () => {
    const set = {
      OPENAI_BASE_URL: "http://localhost:11434/v1/",
      AI_MODEL: "qwen3:8b",
      AI_SAMPLES: "1",
      AI_CONCURRENCY: "2",
      AI_TIMEOUT_SECONDS: "600",
      AI_MAX_RETRIES: "0",
      AI_PRICE_INPUT: "0",
      AI_PRICE_OUTPUT: "10.25",
      AI_TRANSCRIPTION_MODEL: "whisper",
      AI_SPEECH_MODEL: "tts",
      AI_SPEECH_VOICE: "nova",
    };
    expect(parseEnv(set).ai).toEqual({
      enabled: true,
      baseUrl: "http://localhost:11434/v1",
      apiKey: undefined,
      model: "qwen3:8b",
      samples: 1,
      concurrency: 2,
      timeoutMs: 600_000,
      maxRetries: 0,
      prices: { input: 0, output: 10.25 },
      transcriptionModel: "whisper",
      speechModel: "tts",
      speechVoice: "nova",
    });
  });

  test("is refused with everything malformed and everything missing at once", () => {
    const wrong = {
      OPENAI_API_KEY: "two words",
      OPENAI_BASE_URL: "localhost:11434",
      AI_MODEL: "a model",
      AI_SAMPLES: "0",
      AI_CONCURRENCY: "1000",
      AI_TIMEOUT_SECONDS: "601",
      AI_MAX_RETRIES: "-1",
      AI_PRICE_INPUT: "free",
    };
    expect(namesIn(problemsOf(wrong))).toEqual([...Object.keys(wrong), "AI_PRICE_OUTPUT"]);
    expect(namesIn(problemsOf({ AI_PRICE_OUTPUT: "1" }))).toEqual(["AI_PRICE_INPUT"]);
    expect(problemsOf({ AI_SPEECH_MODEL: "tts" })).toEqual([
      "OPENAI_API_KEY or OPENAI_BASE_URL must be set when AI_SPEECH_MODEL is",
    ]);
  });

  test("may require a second model beside the first, which must be another", () => {
    const set = { OPENAI_API_KEY: "sk-1", AI_MODEL: "one" };
    expect(parseEnv({ ...set, AI_SECOND_MODEL: "two" }).ai).toMatchObject({ model: "one", secondModel: "two" });
    expect(namesIn(problemsOf({ ...set, AI_SECOND_MODEL: "one" }))).toEqual(["AI_SECOND_MODEL"]);
    expect(namesIn(problemsOf({ AI_SECOND_MODEL: "two" }))).toEqual(["AI_MODEL"]);
  });

  test.each([
    "http://localhost:8000/v1/chat/completions",
    "http://localhost:8000/v1?api-version=preview",
    "http://user:secret@localhost:8000/v1",
  ])("is refused at %s, and nothing of the address is repeated", (OPENAI_BASE_URL) => {
    const problems = problemsOf({ OPENAI_BASE_URL });
    expect(namesIn(problems)).toEqual(["OPENAI_BASE_URL"]);
    expect(problems[0]).not.toContain("secret");
  });
});

test(".env.example names every variable that is read", () => {
  const listed =
    readFileSync(new URL("../.env.example", import.meta.url), "utf8").match(/^(?:# )?[A-Z0-9_]+(?==)/gm) ?? [];
  const names = listed.map((line) => line.replace("# ", ""));
  expect(names.filter((name) => name !== "CHROMIUM_PATH")).toEqual(ENV_NAMES);
});

function problemsOf(source: Record<string, string>): string[] {
  try {
    parseEnv(source);
  } catch (error) {
    if (error instanceof EnvError) return error.problems;
  }
  return [];
}

const namesIn = (problems: string[]) => problems.map((problem) => problem.split(" ")[0]);

describe("words from sound on this machine", () => {
  test("are left to an endpoint that transcribes, unless a model is named", () => {
    const endpoint = { OPENAI_API_KEY: "key", AI_TRANSCRIPTION_MODEL: "whisper-1" };
    expect(parseEnv(endpoint).speech.model).toBe("off");
    expect(parseEnv({ ...endpoint, SPEECH_MODEL: "whisper-tiny.en" }).speech.model).toBe("whisper-tiny.en");
  });

  test("come from a folder where a path is named", () => {
    expect(parseEnv({ SPEECH_MODEL: "./models/mine" }, "/srv/talentflow").speech.model).toBe(
      "/srv/talentflow/models/mine",
    );
  });

  test("are heard by a program of one's own where its whole path is named", () => {
    expect(parseEnv({ SPEECH_ENGINE: "/srv/my engine.ts" }).speech.engine?.href).toBe("file:///srv/my%20engine.ts");
    expect(problemsOf({ SPEECH_ENGINE: "my-engine.ts" })).toEqual([
      "SPEECH_ENGINE must be the absolute path of a program that Node runs",
    ]);
  });
});
