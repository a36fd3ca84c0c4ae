import { resolve } from "node:path";
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
  dataDir: string;
  logDir: string;
  logLevel: "debug" | "info" | "warn" | "error";
  /** Signs recruiters' cookies. Absent: one is made at the first start and kept in the data folder. */
  authSecret: string | undefined;
  /** Take the client's address from X-Forwarded-For, because a reverse proxy of ours sets it. */
  trustProxy: boolean;
  /** Where recordings are kept. */
  storage: { driver: "local"; dir: string } | S3Settings;
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

const EnvSchema = z.object({
  PORT: optional(
    z
      .string()
      .regex(/^\d{1,5}$/, "must be a whole number from 1 to 65535")
      .transform(Number)
      .refine((port) => port >= 1 && port <= 65535, "must be a whole number from 1 to 65535"),
  ),
  PUBLIC_URL: optional(
    z.url({ protocol: /^https?$/, error: "must be a web address such as https://talent.example.com" }),
  ),
  DATABASE_URL: optional(
    z.url({ protocol: /^postgres(ql)?$/, error: "must look like postgresql://user:password@host:5432/name" }),
  ),
  DATA_DIR: optional(z.string()),
  LOG_DIR: optional(z.string()),
  LOG_LEVEL: optional(z.enum(["debug", "info", "warn", "error"], "must be debug, info, warn or error")),
  AUTH_SECRET: optional(z.string().min(32, "must have at least 32 characters")),
  TRUST_PROXY: optional(z.enum(["0", "1"], "must be 0 or 1")),
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
  const problems = [...malformed, ...missingForS3(source)];
  if (!parsed.success || problems.length > 0) throw new EnvError(problems);
  const values = parsed.data;
  const port = values.PORT ?? 5000;
  const dataDir = resolve(root, values.DATA_DIR ?? "data");
  return {
    port,
    publicUrl: (values.PUBLIC_URL ?? `http://localhost:${port}`).replace(/\/+$/, ""),
    database: values.DATABASE_URL ? { kind: "external", url: values.DATABASE_URL } : { kind: "embedded" },
    dataDir,
    logDir: resolve(root, values.LOG_DIR ?? "logs"),
    logLevel: values.LOG_LEVEL ?? "info",
    authSecret: values.AUTH_SECRET,
    trustProxy: values.TRUST_PROXY === "1",
    storage: values.STORAGE_DRIVER === "s3" ? s3Settings(values) : { driver: "local", dir: dataDir },
  };
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

let cached: Env | undefined;

/** The environment of this process. */
export function env(): Env {
  cached ??= parseEnv(process.env);
  return cached;
}
