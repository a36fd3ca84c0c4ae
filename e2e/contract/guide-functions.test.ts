import { execFile, execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, inject, test } from "vitest";
import { analysed, sessionData } from "../support/interview.ts";
import { newTenant } from "../support/tenant.ts";

/* The functions of the interview recording guide, word for word; only the address of the server under test differs. */

const GUIDE = join(import.meta.dirname, "../fixtures/guide");

type GuideFunctions = {
  startInterview(token: string): Promise<string>;
  addQuestion(sessionId: string, text: string, type: string): Promise<string>;
  addAnswer(sessionId: string, questionId: string, text: string, duration: number): Promise<string>;
  endInterview(sessionId: string): Promise<boolean>;
};

async function guideFunctions(): Promise<GuideFunctions> {
  const source = await readFile(join(GUIDE, "functions.js"), "utf8");
  const fetchHere = (path: string, init: RequestInit) => fetch(new URL(path, inject("baseUrl")), init);
  const names = "startInterview, addQuestion, addAnswer, endInterview";
  return new Function("fetch", `${source}\nreturn { ${names} };`)(fetchHere) as GuideFunctions;
}

test("the guide's JavaScript functions run an interview", async () => {
  const tenant = await newTenant();
  const { token, candidateId } = await tenant.invite();
  const guide = await guideFunctions();
  const sessionId = await guide.startInterview(token);
  const questionId = await guide.addQuestion(sessionId, "How do you test what you write?", "technical");
  const answer = "I write a test before the code because it tells me when I am done; last year that caught 12 bugs.";
  expect(await guide.addAnswer(sessionId, questionId, answer, 30)).toMatch(/^[0-9a-f-]{36}$/);
  expect(await guide.endInterview(sessionId)).toBe(true);
  expect((await analysed(tenant, candidateId)).analysis.question_analysis).toHaveLength(1);
});

const PYTHON_FLOW = `
import json, sys
_, token, candidate_id = sys.argv
session_id = start_interview_session(token)
for number in range(3):
    question_id = add_question(session_id, f'Question {number}: how do you find a slow query?', 'technical')
    add_answer(session_id, question_id, 'I measure first, read the plan, add an index and measure again.', 20)
print(json.dumps({'session_id': session_id, 'ended': end_interview_session(session_id)}))
`;

function hasPythonRequests(): boolean {
  try {
    execFileSync("python3", ["-c", "import requests"], { stdio: "ignore" });
    return true;
  } catch {
    return false; // no Python here, or none with the package that the guide uses
  }
}

test.skipIf(!hasPythonRequests())("the guide's Python functions run an interview", async () => {
  const tenant = await newTenant();
  const { token, candidateId } = await tenant.invite();
  const source = (await readFile(join(GUIDE, "functions.py"), "utf8")).replaceAll(
    "http://localhost:5000",
    inject("baseUrl"),
  );
  const script = source + PYTHON_FLOW;
  const { stdout } = await promisify(execFile)("python3", ["-c", script, token, String(candidateId)]);
  const { session_id, ended } = JSON.parse(stdout) as { session_id: string; ended: boolean };
  expect(ended).toBe(true);
  await analysed(tenant, candidateId);
  const session_data = await sessionData(tenant, session_id);
  expect(session_data.answers).toHaveLength(3);

  // Reading results takes credentials: requests sends them for the unchanged function when its session does.
  const reading = `${source}
requests.get = lambda url: requests.request('GET', url, headers={'Authorization': 'Bearer ${tenant.apiKey}'})
import json; print(json.dumps(get_interview_analysis(${candidateId})))`;
  const read = await promisify(execFile)("python3", ["-c", reading]);
  expect(JSON.parse(read.stdout)).toMatchObject({ analysis_status: "completed" });
});
