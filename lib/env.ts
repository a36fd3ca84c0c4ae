import { availableParallelism } from "node:os";
import { isAbsolute, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { z } from "zod";

/**
 * The environment, parsed once. Nothing else reads `process.env` for settings. Every variable is optional; `.env.example` lists them
 * with their defaults.
 */
export type Env = {
  port: number;
  /** Links sent to candidates begin with this, without a slash at the end. */
  publicUrl: string;
  database: { kind: "embedded" } | { kind: "external"; url: string };
  /** What takes the web's database longer than this is cancelled. Null: nothing is, for poolers that take no settings. */
  statementMs: number | null;
  /** How long a web process that was told to stop still takes connections, so that a balancer can turn away. */
  drainWaitMs: number;
  dataDir: string;
  logDir: string;
  logLevel: "debug" | "info" | "warn" | "error";
  /** Signs recruiters' cookies and links to recordings. Absent: one is made at the first start and kept in the data folder. */
  authSecret: string | undefined;
  /** Take the client's address from X-Forwarded-For, because a reverse proxy of ours sets it. */
  trustProxy: boolean;
  /** Multiplies every rate limit, for load tests. */
  rateLimitFactor: number;
  /** Where all web processes count requests together. Absent: each counts its own. */
  redisUrl: string | undefined;
  signIn: {
    /** After so many hours without a request of theirs somebody signs in again. */
    idleHours: number;
    /** After so many days in any case. */
    maxDays: number;
    /** Who signs in with a second factor, or does nothing else until they have one. Everybody may. */
    secondFactorRequired: SecondFactorRequired;
  };
  webhooks: {
    /** Also to private and loopback addresses, and by plain http. */
    allowPrivate: boolean;
  };
  /** How many days something is kept that grows for ever otherwise. */
  retention: {
    /** Events and what became of their deliveries. */
    eventDays: number;
    /** The record of who did what. */
    auditDays: number;
  };
  /** Where recordings are kept. */
  storage: { driver: "local"; dir: string } | S3Settings;
  /** An endpoint that speaks OpenAI's protocol. Without one answers are scored by the rubric, and no answer leaves this server. */
  ai: { enabled: false } | AiSettings;
  speech: SpeechSettings;
};

export type SecondFactorRequired = "nobody" | "owners" | "everybody";

export type AiSettings = {
  enabled: true;
  /** Without a slash at the end. */
  baseUrl: string;
  /** Absent: the endpoint wants none, as Ollama does. */
  apiKey: string | undefined;
  /** Scores answers. Absent: the rubric does. */
  model: string | undefined;
  /** Must judge each answer, too. Absent: one model is enough. */
  secondModel: string | undefined;
  /** How often each answer is judged. */
  samples: number;
  /** Calls at a time. */
  concurrency: number;
  /** For one try. */
  timeoutMs: number;
  /** Tries after the first. */
  maxRetries: number;
  /** Per million tokens, in any currency. */
  prices: { input: number; output: number } | undefined;
  /** Absent: recordings are not transcribed. */
  transcriptionModel: string | undefined;
  /** Absent: questions are not spoken by the endpoint. */
  speechModel: string | undefined;
  speechVoice: string;
};

/** How spoken answers are written down on this machine. */
export type SpeechSettings = {
  /** `off`; `default`: the catalogue's, fetched at the first start; a name of the catalogue; or the absolute path of a folder. */
  model: string;
  /** Where models are fetched from instead of their makers, without a slash at the end. */
  mirror: string | undefined;
  /** A program of one's own that hears in place of the built-in engine. */
  engine: URL | undefined;
  /** Of one recogniser. */
  threads: number;
  /** Recognisers at a time. */
  concurrency: number;
  /** How long after its end an interview's scores wait for words. */
  waitMs: number;
};

export type S3Settings = {
  driver: "s3";
  bucket: string;
  region: string;
  /** Absent: Amazon's own for the region. */
  endpoint: string | undefined;
  /** How browsers reach the same store, where that differs from how this server does. */
  publicEndpoint: string | undefined;
  /** Before every key: empty, or ending with a slash. */
  prefix: string;
  /** The bucket's name in the path rather than in the host's name. */
  forcePathStyle: boolean;
  /** Absent: the SDK looks where it always does (instance role, shared configuration, its own variables). */
  credentials: { accessKeyId: string; secretAccessKey: string } | undefined;
  /** What the store is asked to encrypt with. Absent: whatever the bucket does by itself. */
  encryption: { algorithm: "AES256" } | { algorithm: "aws:kms"; keyId: string | undefined } | undefined;
};

const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema.optional());

const endpoint = z.url({ protocol: /^https?$/, error: "must be a web address such as https://s3.example.com" });

/** Fewer would take events from deliveries that are still being tried: for three days. */
const MIN_EVENT_DAYS = 4;
const MAX_DAYS = 36_500;

const wholeNumber = (from: number, to: number) => {
  const message = `must be a whole number from ${from} to ${to}`;
  const inRange = (value: number) => value >= from && value <= to;
  return z
    .string()
    .regex(/^\d{1,5}$/, message)
    .transform(Number)
    .refine(inRange, message);
};

const price = z
  .string()
  .regex(/^\d{1,6}(\.\d{1,6})?$/, "must be a price per million tokens such as 2.5")
  .transform(Number);

const name = z.string().regex(/^[\x21-\x7e]{1,200}$/, "must be a name without spaces, of at most 200 characters");

/** Pages and programs are served at the root of their host and nowhere else. A slash at the end is none. */
function isOrigin(url: string): boolean {
  return !URL.canParse(url) || /^[^/]*\/\/[^/?#@\\]+\/?$/.test(url);
}

const EnvSchema = z.object({
  PORT: optional(wholeNumber(1, 65535)),
  PUBLIC_URL: optional(
    z
      .url({ protocol: /^https?$/, error: "must be a web address such as https://talent.example.com" })
      .refine(isOrigin, "must be an origin without a path, a query or a user name, such as https://talent.example.com"),
  ),
  DATABASE_URL: optional(
    z.url({ protocol: /^postgres(ql)?$/, error: "must look like postgresql://user:password@host:5432/name" }),
  ),
  STATEMENT_TIMEOUT_SECONDS: optional(wholeNumber(0, 600)),
  DRAIN_WAIT_SECONDS: optional(wholeNumber(0, 300)),
  DATA_DIR: optional(z.string()),
  LOG_DIR: optional(z.string()),
  LOG_LEVEL: optional(z.enum(["debug", "info", "warn", "error"], "must be debug, info, warn or error")),
  AUTH_SECRET: optional(z.string().min(32, "must have at least 32 characters")),
  TRUST_PROXY: optional(z.enum(["0", "1"], "must be 0 or 1")),
  REDIS_URL: optional(z.url({ protocol: /^rediss?$/, error: "must look like redis://user:password@host:6379" })),
  RATE_LIMIT_FACTOR: optional(
    z
      .string()
      .regex(/^\d{1,6}(\.\d{1,3})?$/, "must be a number such as 1 or 0.5")
      .transform(Number)
      .refine((factor) => factor > 0, "must be more than 0"),
  ),
  SIGN_IN_IDLE_HOURS: optional(wholeNumber(1, 24 * 365)),
  SIGN_IN_MAX_DAYS: optional(wholeNumber(1, 365)),
  SECOND_FACTOR_REQUIRED: optional(z.enum(["nobody", "owners", "everybody"], "must be nobody, owners or everybody")),
  WEBHOOK_ALLOW_PRIVATE: optional(z.enum(["0", "1"], "must be 0 or 1")),
  EVENT_RETENTION_DAYS: optional(wholeNumber(MIN_EVENT_DAYS, MAX_DAYS)),
  AUDIT_RETENTION_DAYS: optional(wholeNumber(1, MAX_DAYS)),
  STORAGE_DRIVER: optional(z.enum(["local", "s3"], "must be local or s3")),
  S3_BUCKET: optional(
    z
      .string()
      .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, "must be a bucket's name: 3 to 63 of a-z, 0-9, dot and dash"),
  ),
  S3_REGION: optional(z.string().regex(/^[a-z0-9-]+$/, "must be a region such as eu-central-1")),
  S3_ENDPOINT: optional(endpoint),
  S3_PUBLIC_ENDPOINT: optional(endpoint),
  S3_PREFIX: optional(
    z
      .string()
      .max(256, "must have at most 256 characters")
      .regex(/^[A-Za-z0-9_-][A-Za-z0-9._-]*(\/[A-Za-z0-9_-][A-Za-z0-9._-]*)*\/?$/, "must look like team/talentflow"),
  ),
  S3_FORCE_PATH_STYLE: optional(z.enum(["0", "1"], "must be 0 or 1")),
  S3_ACCESS_KEY_ID: optional(z.string()),
  S3_SECRET_ACCESS_KEY: optional(z.string()),
  S3_SSE: optional(z.enum(["AES256", "aws:kms"], "must be AES256 or aws:kms")),
  S3_SSE_KMS_KEY_ID: optional(z.string()),
  OPENAI_API_KEY: optional(z.string().regex(/^[\x21-\x7e]+$/, "must be a key without spaces")),
  OPENAI_BASE_URL: optional(
    z
      .url({ protocol: /^https?$/, error: "must be a web address such as http://localhost:11434/v1" })
      .regex(/^[^?#@]*$/, "must not have ?, # or @ in it")
      .refine((url) => !/\/chat\/completions\/?$/.test(url), "must end before /chat/completions"),
  ),
  AI_MODEL: optional(name),
  AI_SECOND_MODEL: optional(name),
  AI_SAMPLES: optional(wholeNumber(1, 9)),
  AI_CONCURRENCY: optional(wholeNumber(1, 64)),
  AI_TIMEOUT_SECONDS: optional(wholeNumber(1, 600)),
  AI_MAX_RETRIES: optional(wholeNumber(0, 10)),
  AI_PRICE_INPUT: optional(price),
  AI_PRICE_OUTPUT: optional(price),
  AI_TRANSCRIPTION_MODEL: optional(name),
  SPEECH_MODEL: optional(z.string().max(4096)),
  SPEECH_MODEL_URL: optional(endpoint),
  SPEECH_ENGINE: optional(
    z.string().max(4096).refine(isAbsolute, "must be the absolute path of a program that Node runs"),
  ),
  SPEECH_THREADS: optional(wholeNumber(1, 64)),
  SPEECH_CONCURRENCY: optional(wholeNumber(1, 64)),
  SPEECH_WAIT_MINUTES: optional(wholeNumber(0, 24 * 60)),
  AI_SPEECH_MODEL: optional(name),
  AI_SPEECH_VOICE: optional(name),
});

/** Every variable there is. */
export const ENV_NAMES = Object.keys(EnvSchema.shape);

/** Malformed and missing variables, all of them, one line each. */
export class EnvError extends Error {
  override readonly name = "EnvError";
  readonly problems: string[];
  constructor(problems: string[]) {
    super(problems.join("\n"));
    this.problems = problems;
  }
}

/**
 * @param source usually `process.env`
 * @param root the project's folder; relative folders are taken from there
 * @throws EnvError naming every malformed or missing variable at once
 */
export function parseEnv(source: Record<string, string | undefined>, root: string = process.cwd()): Env {
  const parsed = EnvSchema.safeParse(source);
  const malformed = parsed.error?.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`) ?? [];
  const problems = [...malformed, ...missingForS3(source), ...missingForAi(source)];
  if (!parsed.success || problems.length > 0) throw new EnvError(problems);
  const values = parsed.data;
  const port = values.PORT ?? 5000;
  const dataDir = resolve(root, values.DATA_DIR ?? "data");
  return {
    port,
    publicUrl: new URL(values.PUBLIC_URL ?? `http://localhost:${port}`).origin,
    database: values.DATABASE_URL ? { kind: "external", url: values.DATABASE_URL } : { kind: "embedded" },
    statementMs: (values.STATEMENT_TIMEOUT_SECONDS ?? 10) * 1000 || null,
    drainWaitMs: (values.DRAIN_WAIT_SECONDS ?? 0) * 1000,
    dataDir,
    logDir: resolve(root, values.LOG_DIR ?? "logs"),
    logLevel: values.LOG_LEVEL ?? "info",
    authSecret: values.AUTH_SECRET,
    trustProxy: values.TRUST_PROXY === "1",
    rateLimitFactor: values.RATE_LIMIT_FACTOR ?? 1,
    redisUrl: values.REDIS_URL,
    signIn: {
      idleHours: values.SIGN_IN_IDLE_HOURS ?? 12,
      maxDays: values.SIGN_IN_MAX_DAYS ?? 7,
      secondFactorRequired: values.SECOND_FACTOR_REQUIRED ?? "nobody",
    },
    webhooks: { allowPrivate: values.WEBHOOK_ALLOW_PRIVATE === "1" },
    retention: { eventDays: values.EVENT_RETENTION_DAYS ?? 30, auditDays: values.AUDIT_RETENTION_DAYS ?? 400 },
    storage: values.STORAGE_DRIVER === "s3" ? s3Settings(values) : { driver: "local", dir: dataDir },
    ai: values.OPENAI_API_KEY || values.OPENAI_BASE_URL ? aiSettings(values) : { enabled: false },
    speech: speechSettings(values, root),
  };
}

/** Where an endpoint transcribes, nothing is fetched for this machine to do it, unless a model is named. */
function speechSettings(values: z.infer<typeof EnvSchema>, root: string): SpeechSettings {
  const { SPEECH_MODEL: model = values.AI_TRANSCRIPTION_MODEL ? "off" : "default" } = values;
  const threads = values.SPEECH_THREADS ?? 1;
  return {
    model: /[/\\]/.test(model) ? resolve(root, model) : model,
    mirror: values.SPEECH_MODEL_URL?.replace(/\/+$/, ""),
    engine: values.SPEECH_ENGINE ? pathToFileURL(values.SPEECH_ENGINE) : undefined,
    threads,
    concurrency: values.SPEECH_CONCURRENCY ?? childrenFor(availableParallelism(), threads),
    waitMs: (values.SPEECH_WAIT_MINUTES ?? 30) * 60_000,
  };
}

/** One core stays free for whoever uploads. More than two at a time need more memory than a small machine has. */
function childrenFor(cores: number, threads: number): number {
  return Math.max(1, Math.min(2, Math.floor((cores - 1) / threads)));
}

/** What one S3 variable demands of another. Read from the source, so that it is told together with what is malformed. */
function missingForS3(source: Record<string, string | undefined>): string[] {
  if (source.STORAGE_DRIVER !== "s3") return [];
  const problems: string[] = [];
  const { S3_BUCKET, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY, S3_SSE, S3_SSE_KMS_KEY_ID } = source;
  if (!S3_BUCKET) problems.push("S3_BUCKET must be set when STORAGE_DRIVER is s3");
  if (S3_ACCESS_KEY_ID && !S3_SECRET_ACCESS_KEY) {
    problems.push("S3_SECRET_ACCESS_KEY must be set when S3_ACCESS_KEY_ID is");
  }
  if (S3_SECRET_ACCESS_KEY && !S3_ACCESS_KEY_ID) {
    problems.push("S3_ACCESS_KEY_ID must be set when S3_SECRET_ACCESS_KEY is");
  }
  if (S3_SSE_KMS_KEY_ID && S3_SSE !== "aws:kms") {
    problems.push("S3_SSE must be aws:kms when S3_SSE_KMS_KEY_ID is set");
  }
  return problems;
}

/** What one variable for models demands of another. */
function missingForAi(source: Record<string, string | undefined>): string[] {
  const problems: string[] = [];
  const models = ["AI_MODEL", "AI_TRANSCRIPTION_MODEL", "AI_SPEECH_MODEL"].filter((model) => source[model]);
  if (models[0] && !source.OPENAI_API_KEY && !source.OPENAI_BASE_URL) {
    problems.push(`OPENAI_API_KEY or OPENAI_BASE_URL must be set when ${models[0]} is`);
  }
  if (source.AI_SECOND_MODEL && !source.AI_MODEL) {
    problems.push("AI_MODEL must be set when AI_SECOND_MODEL is");
  }
  if (source.AI_SECOND_MODEL && source.AI_SECOND_MODEL === source.AI_MODEL) {
    problems.push("AI_SECOND_MODEL must be another model than AI_MODEL: the same one twice agrees with itself");
  }
  if (source.AI_PRICE_INPUT && !source.AI_PRICE_OUTPUT) {
    problems.push("AI_PRICE_OUTPUT must be set when AI_PRICE_INPUT is");
  }
  if (source.AI_PRICE_OUTPUT && !source.AI_PRICE_INPUT) {
    problems.push("AI_PRICE_INPUT must be set when AI_PRICE_OUTPUT is");
  }
  return problems;
}

function s3Settings(values: z.infer<typeof EnvSchema>): S3Settings {
  const { S3_PREFIX: prefix = "", S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = values;
  return {
    driver: "s3",
    bucket: values.S3_BUCKET ?? "",
    region: values.S3_REGION ?? "us-east-1",
    endpoint: values.S3_ENDPOINT,
    publicEndpoint: values.S3_PUBLIC_ENDPOINT,
    prefix: prefix === "" || prefix.endsWith("/") ? prefix : `${prefix}/`,
    forcePathStyle: values.S3_FORCE_PATH_STYLE === "1",
    credentials: accessKeyId && secretAccessKey ? { accessKeyId, secretAccessKey } : undefined,
    encryption: encryptionOf(values),
  };
}

function encryptionOf({ S3_SSE, S3_SSE_KMS_KEY_ID }: z.infer<typeof EnvSchema>): S3Settings["encryption"] {
  if (S3_SSE === "aws:kms") return { algorithm: S3_SSE, keyId: S3_SSE_KMS_KEY_ID };
  return S3_SSE && { algorithm: S3_SSE };
}

function aiSettings(values: z.infer<typeof EnvSchema>): AiSettings {
  const { AI_PRICE_INPUT: input, AI_PRICE_OUTPUT: output } = values;
  return {
    enabled: true,
    baseUrl: (values.OPENAI_BASE_URL ?? "https://api.openai.com/v1").replace(/\/+$/, ""),
    apiKey: values.OPENAI_API_KEY,
    model: values.AI_MODEL,
    secondModel: values.AI_SECOND_MODEL,
    samples: values.AI_SAMPLES ?? 3,
    concurrency: values.AI_CONCURRENCY ?? 4,
    timeoutMs: (values.AI_TIMEOUT_SECONDS ?? 60) * 1000,
    maxRetries: values.AI_MAX_RETRIES ?? 4,
    prices: input === undefined || output === undefined ? undefined : { input, output },
    transcriptionModel: values.AI_TRANSCRIPTION_MODEL,
    speechModel: values.AI_SPEECH_MODEL,
    speechVoice: values.AI_SPEECH_VOICE ?? "alloy",
  };
}

let cached: Env | undefined;

/** The environment of this process. */
export function env(): Env {
  cached ??= parseEnv(process.env);
  return cached;
}
