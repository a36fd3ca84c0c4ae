import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { createApiKey } from "../../lib/keys/create-api-key.ts";
import { PROJECT_ROOT } from "../../lib/runtime/project-root.ts";
import { get } from "../support/client.ts";
import { newTenant } from "../support/tenant.ts";

/*
 * Clients that other people's generators make of the document that is served: they compile strictly, and each takes an interview from
 * its invitation to its scores.
 */

const run = promisify(execFile);
const inModules = (...path: string[]) => join(PROJECT_ROOT, "node_modules", ...path);

let folder: string;
let document: string;

beforeAll(async () => {
  await mkdir(join(PROJECT_ROOT, "test-results"), { recursive: true });
  folder = await mkdtemp(join(PROJECT_ROOT, "test-results", "generated-"));
  document = join(folder, "openapi.json");
  await writeFile(document, JSON.stringify((await get("/api/openapi.json")).body));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** In a process of its own: the generators write to the console and end the process when they fail. */
function generate(...command: string[]) {
  return run(process.execPath, command, { cwd: folder, maxBuffer: 64 * 1024 * 1024 });
}

async function compiles(file: string): Promise<void> {
  const options = ["--ignoreConfig", "--noEmit", "--strict", "--skipLibCheck", "--target", "es2022"];
  const modules = ["--module", "esnext", "--moduleResolution", "bundler", "--lib", "es2022,dom,dom.iterable"];
  const compiler = inModules("typescript", "bin", "tsc");
  const failed = await run(process.execPath, [compiler, ...options, ...modules, file]).then(
    () => "",
    (error: { stdout: string }) => error.stdout,
  );
  expect(failed).toBe("");
}

/** The operations that an interview takes, as a generated client has them: each gives the body of a success, or throws. */
type Flow = {
  listTemplates(): Promise<{ data: { id: string }[] }>;
  createInterview(body: object): Promise<{ interview_id: string; interview_token: string }>;
  startSession(body: object): Promise<{ session_id: string }>;
  addQuestion(body: object): Promise<{ question_id: string }>;
  addAnswer(body: object): Promise<{ answer_id: string }>;
  endSession(body: object): Promise<unknown>;
  readSessionAnalysis(sessionId: string): Promise<{ analysis: { analysis_status: string; overall_score: unknown } }>;
  getInterview(interviewId: string): Promise<{ interview: { state: string } }>;
};

async function takeInterview(flow: Flow): Promise<void> {
  const [template] = (await flow.listTemplates()).data;
  const { interview_id, interview_token } = await flow.createInterview({
    candidate: { name: "Ada Lovelace", email: "ada@example.com" },
    template_id: template?.id,
  });
  const { session_id } = await flow.startSession({ interview_token });
  const question_data = { text: "How do you find a slow query?" };
  const { question_id } = await flow.addQuestion({ session_id, question_data });
  const answer_data = { text: "I measure, read its plan, and measure again." };
  await flow.addAnswer({ session_id, question_id, answer_data });
  await flow.endSession({ session_id });
  const analysis = async () => (await flow.readSessionAnalysis(session_id)).analysis;
  await expect.poll(async () => (await analysis()).analysis_status, { timeout: 20_000 }).toBe("completed");
  expect((await analysis()).overall_score).toEqual(expect.any(Number));
  expect((await flow.getInterview(interview_id)).interview.state).toBe("completed");
}

async function apiKey(): Promise<string> {
  return (await createApiKey({ name: "Generated", kind: "test" }, (await newTenant()).actor)).plain;
}

test("oazapfts makes a client of it that compiles strictly and runs an interview", async () => {
  const file = join(folder, "oazapfts.ts");
  await generate(inModules("oazapfts", "dist", "cli.js"), document, file);
  await compiles(file);
  const client = await import(/* @vite-ignore */ file);
  client.defaults.baseUrl = inject("baseUrl");
  client.defaults.headers = { authorization: `Bearer ${await apiKey()}` };
  const success = async (answer: Promise<{ status: number; data: unknown }>) => {
    const { status, data } = await answer;
    if (status >= 300) throw new Error(`${status}: ${JSON.stringify(data)}`);
    return data;
  };
  await takeInterview(
    new Proxy({} as Flow, {
      get:
        (_, name: string) =>
        (...given: unknown[]) =>
          success(client[name](...given)),
    }),
  );
});

test("swagger-typescript-api makes a client of it that compiles strictly and runs an interview", async () => {
  const cli = inModules("swagger-typescript-api", "dist", "cli.mjs");
  await generate(cli, "generate", "-p", document, "-o", folder, "-n", "swagger-typescript-api.ts", "--silent");
  const file = join(folder, "swagger-typescript-api.ts");
  await compiles(file);
  const { Api } = await import(/* @vite-ignore */ file);
  const headers = { authorization: `Bearer ${await apiKey()}` };
  const { api } = new Api({ baseUrl: inject("baseUrl"), baseApiParams: { headers, format: "json" } });
  const success = async (answer: Promise<{ data: unknown }>) => (await answer).data; // it throws what is no success
  await takeInterview(
    new Proxy({} as Flow, {
      get:
        (_, name: string) =>
        (...given: unknown[]) =>
          success(api[name](...given)),
    }),
  );
});
