import { execFile, execFileSync } from "node:child_process";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, describe, expect, inject, test } from "vitest";
import { createTalentFlowClient, TalentFlowError } from "../../lib/client/published/talentflow.ts";
import { createApiKey } from "../../lib/keys/create-api-key.ts";
import { analysed, endedSession } from "../support/interview.ts";
import { newTenant, type Tenant } from "../support/tenant.ts";

/* What we publish for other people's programs, as they would use it: with a test key, against a running server. */

async function testKey({ actor }: Tenant): Promise<string> {
  return (await createApiKey({ name: "Integration", kind: "test" }, actor)).plain;
}

describe("the TypeScript client", () => {
  test("runs an interview from a key to its scores", async () => {
    const talentflow = createTalentFlowClient({ baseUrl: inject("baseUrl"), apiKey: await testKey(await newTenant()) });
    const templates = await talentflow.get("/api/v1/templates", { query: { limit: 1 } });
    const invited = await talentflow.post("/api/v1/interviews", {
      body: {
        candidate: { name: "Ada Lovelace", email: "ada@example.com" },
        template_id: templates.data[0]?.id ?? "",
      },
    });
    const { interview_token } = invited;
    const { session_id } = await talentflow.post("/api/interview/session/start", { body: { interview_token } });
    const { question_id } = await talentflow.post("/api/interview/question/add", {
      body: { session_id, question_data: { text: "How do you find a slow query?" } },
    });
    await talentflow.post("/api/interview/answer/add", {
      body: { session_id, question_id, answer_data: { text: "I measure, read its plan, and measure again." } },
    });
    await talentflow.post("/api/interview/session/end", { body: { session_id } });
    const analysis = await untilAnalysed();
    expect(analysis.overall_score).toEqual(expect.any(Number));
    expect(analysis.method_label).toMatch(/sandbox/i);
    const { interview } = await talentflow.get("/api/v1/interviews/{interview_id}", {
      path: { interview_id: invited.interview_id },
    });
    expect(interview).toMatchObject({ state: "completed", candidate: { name: "Ada Lovelace" } });

    async function untilAnalysed() {
      for (;;) {
        const { analysis } = await talentflow.get("/api/v1/sessions/{session_id}/analysis", { path: { session_id } });
        if (analysis.analysis_status === "completed") return analysis;
        await new Promise((wake) => setTimeout(wake, 100));
      }
    }
  });

  test("says in a refusal which fields are to blame", async () => {
    const talentflow = createTalentFlowClient({ baseUrl: inject("baseUrl"), apiKey: await testKey(await newTenant()) });
    const refused = talentflow.post("/api/v1/candidates", { body: { name: "Ada", email: "nowhere" } });
    const error = await refused.then(
      () => null,
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(TalentFlowError);
    expect(error).toMatchObject({ status: 422, code: "invalid_fields", requestId: expect.any(String) });
    expect((error as TalentFlowError).issues.map(({ path }) => path)).toEqual(["email"]);
  });

  test("gives what is no JSON as the answer itself, to stream", async () => {
    const talentflow = createTalentFlowClient({ baseUrl: inject("baseUrl"), apiKey: await testKey(await newTenant()) });
    const answer = await talentflow.get("/api/v1/exports/interviews", { query: { format: "csv" } });
    expect(answer.headers.get("content-type")).toMatch(/^text\/csv/);
    expect(await answer.text()).toContain("interview_session_id");
  });
});

const SAID = "I write a test before the code because it tells me when I am done; last year that caught 12 bugs.";

test("the TypeScript example of the guide lists who waits for a decision", async () => {
  const tenant = await newTenant();
  const { candidateId } = await endedSession(tenant, SAID);
  await analysed(tenant, candidateId);
  const example = join(import.meta.dirname, "../../lib/client/published/example.ts");
  const env = { ...process.env, BASE: inject("baseUrl"), KEY: tenant.apiKey };
  const { stdout } = await promisify(execFile)(process.execPath, [example], { env });
  expect(stdout).toMatch(/^Ada Lovelace: (\d+(\.\d)?|no score) \(.+\)\n$/);
});

describe("the TypeScript client, when the server cannot just now", () => {
  const closing: (() => void)[] = [];
  afterEach(() => {
    for (const close of closing.splice(0)) close();
  });

  /** A server that answers these, one after the other. */
  async function answering(...answers: ((response: ServerResponse) => void)[]) {
    const asked: IncomingMessage[] = [];
    const server = createServer((request, response) => {
      asked.push(request);
      request.resume().on("end", () => answers[asked.length - 1]?.(response));
    });
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    closing.push(() => {
      server.closeAllConnections();
      server.close();
    });
    const { port } = server.address() as AddressInfo;
    return { asked, talentflow: createTalentFlowClient({ baseUrl: `http://127.0.0.1:${port}`, apiKey: "tf_test_x" }) };
  }

  const json =
    (status: number, body: object, headers: Record<string, string> = {}) =>
    (response: ServerResponse) => {
      response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
    };
  const refusal = (code: string) => ({ success: false, message: "No.", error: { code, issues: [] } });
  const end = { body: { session_id: "s" } };

  test.each([429, 503])("%i is repeated when Retry-After says, as the same request", async (status) => {
    const busy = json(status, refusal("too_many_requests"), { "retry-after": "0" });
    const { asked, talentflow } = await answering(busy, busy, json(200, { success: true, message: "Done." }));
    await talentflow.post("/api/interview/session/end", end);
    expect(asked).toHaveLength(3);
    expect(new Set(asked.map(({ headers }) => headers["idempotency-key"])).size).toBe(1);
    expect(asked[0]?.headers).toMatchObject({
      authorization: "Bearer tf_test_x",
      "idempotency-key": expect.any(String),
    });
  });

  test("a connection that breaks is tried again", async () => {
    const broken = (response: ServerResponse) => response.destroy();
    const { asked, talentflow } = await answering(broken, json(200, { success: true, message: "Done." }));
    await talentflow.post("/api/interview/session/end", end);
    expect(asked).toHaveLength(2);
  });

  test("it gives up in the end, with what the server said", async () => {
    const busy = json(503, refusal("unavailable"), { "retry-after": "0" });
    const { asked, talentflow } = await answering(busy, busy, busy, busy, busy, busy);
    await expect(talentflow.post("/api/interview/session/end", end)).rejects.toMatchObject({ code: "unavailable" });
    expect(asked).toHaveLength(5);
  });

  test("what is refused for good is not repeated, and a proxy's page is no answer of ours", async () => {
    const page = (response: ServerResponse) => {
      response.writeHead(502, { "content-type": "text/html" }).end("<h1>Bad gateway</h1>");
    };
    const { asked, talentflow } = await answering(page);
    await expect(talentflow.get("/api/health")).rejects.toMatchObject({ status: 502, code: "unexpected_answer" });
    expect(asked).toHaveLength(1);
  });
});

function hasPython(): boolean {
  try {
    execFileSync("python3", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false; // no Python here
  }
}

describe.skipIf(!hasPython())("the Python example", () => {
  const EXAMPLE = join(import.meta.dirname, "../../public/examples/talentflow.py");
  const python = promisify(execFile);

  test("runs an interview from a key to its scores, with nothing installed", async () => {
    const key = await testKey(await newTenant());
    const { stdout } = await python("python3", ["-I", EXAMPLE, inject("baseUrl"), key]);
    expect(JSON.parse(stdout)).toMatchObject({ analysis_status: "completed", overall_score: expect.any(Number) });
  });

  test("says by its code what was refused", async () => {
    const refused = python("python3", ["-I", EXAMPLE, inject("baseUrl"), "tf_test_nothing"]);
    await expect(refused).rejects.toMatchObject({ stderr: expect.stringContaining("401 unauthenticated") });
  });
});
