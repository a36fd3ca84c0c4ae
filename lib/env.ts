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
};

const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema.optional());

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
});

/** Every variable there is. */
export const ENV_NAMES = Object.keys(EnvSchema.shape);

/** Malformed variables, all of them, one line each. */
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
 * @throws EnvError naming every malformed variable at once
 */
export function parseEnv(source: Record<string, string | undefined>, root: string = process.cwd()): Env {
  const parsed = EnvSchema.safeParse(source);
  if (!parsed.success) {
    throw new EnvError(parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`));
  }
  const values = parsed.data;
  const port = values.PORT ?? 5000;
  return {
    port,
    publicUrl: (values.PUBLIC_URL ?? `http://localhost:${port}`).replace(/\/+$/, ""),
    database: values.DATABASE_URL ? { kind: "external", url: values.DATABASE_URL } : { kind: "embedded" },
    dataDir: resolve(root, values.DATA_DIR ?? "data"),
    logDir: resolve(root, values.LOG_DIR ?? "logs"),
    logLevel: values.LOG_LEVEL ?? "info",
    authSecret: values.AUTH_SECRET,
    trustProxy: values.TRUST_PROXY === "1",
  };
}

let cached: Env | undefined;

/** The environment of this process. */
export function env(): Env {
  cached ??= parseEnv(process.env);
  return cached;
}
