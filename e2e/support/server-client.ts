import { execFile } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { RecordingAnswer } from "../../lib/contract/interview-answers.ts";
import { PART_OFFSET_HEADER, PART_SHA256_HEADER } from "../../lib/contract/upload.ts";
import { LinkAnswer } from "../../lib/contract/v1/recordings.ts";
import { SAMPLE_TEMPLATE } from "../../prisma/sample-template.ts";
import type { TestServer } from "./server.ts";

const ROOT = resolve(import.meta.dirname, "../..");

/** One interview over HTTP on a server of the test's own, driven from outside: by the command line and the API alone. */
export type Journey = {
  sessionId: string;
  askAndAnswer(question: string, answer?: string): Promise<void>;
  openSegment(): Promise<number>;
  putPart(part: { segment: number; seq: number; offset: number; bytes: Buffer }): Promise<Response>;
  /** Sends the parts of one whole segment. */
  uploadSegment(parts: readonly Buffer[]): Promise<void>;
  end(): Promise<void>;
  /** The texts of all questions, in order. */
  questions(): Promise<string[]>;
  analysisStatus(): Promise<string>;
  recording(): Promise<RecordingAnswer["recording_info"]>;
  /** A link that opens the recorded file without any other credential. */
  link(): Promise<string>;
  /** The first answer to a request for the recorded file: a redirect is not followed. */
  media(request?: { method?: string; headers?: Record<string, string> }): Promise<Response>;
};

/** Runs `npx talentflow … --json` beside a running server, as somebody in another terminal would. */
export async function talentflow<T>(server: TestServer, ...args: string[]): Promise<T> {
  const { stdout } = await promisify(execFile)(process.execPath, ["lib/cli/main.ts", ...args, "--json"], {
    cwd: ROOT,
    env: {
      ...process.env,
      DATABASE_URL: "",
      PUBLIC_URL: server.baseUrl,
      DATA_DIR: server.dataDir,
      LOG_DIR: join(server.dataDir, "logs"),
    },
  });
  return JSON.parse(stdout) as T;
}

async function request<T>(url: string, apiKey: string, json?: object): Promise<T> {
  const response = await fetch(url, {
    method: json ? "POST" : "GET",
    headers: { "content-type": "application/json", authorization: `Bearer ${apiKey}` },
    body: json ? JSON.stringify(json) : null,
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${url}: ${response.status} ${text}`);
  return JSON.parse(text) as T;
}

/** One for each installation, by its data folder: the command line takes a second. */
const keys = new Map<string, Promise<{ api_key: string }>>();

function keyOf(server: TestServer): Promise<{ api_key: string }> {
  const key = keys.get(server.dataDir) ?? talentflow(server, "api-key", "create", "--name", "test");
  keys.set(server.dataDir, key);
  return key;
}

export async function firstInterview(server: TestServer): Promise<Journey> {
  const { api_key } = await keyOf(server);
  const candidate = { name: "Ada Lovelace", email: `${randomUUID()}@example.com` };
  const invited = await request<{ candidate_id: number; interview_token: string }>(
    `${server.baseUrl}/api/v1/interviews`,
    api_key,
    {
      candidate,
      template_name: SAMPLE_TEMPLATE.name,
    },
  );
  const send = (path: string, json?: object) =>
    request<Record<string, never>>(`${server.baseUrl}/api/interview/${path}`, api_key, json);
  const { session_id } = await send("session/start", { interview_token: invited.interview_token });
  const openSegment = async () => {
    const body = { client_key: randomUUID(), mime_type: "video/webm" };
    return (await send(`session/${session_id}/segments`, body)).segment as unknown as number;
  };
  const putPart: Journey["putPart"] = ({ segment, seq, offset, bytes }) => {
    const address = `${server.baseUrl}/api/interview/session/${session_id}/segments/${segment}/parts/${seq}`;
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const headers = { [PART_OFFSET_HEADER]: String(offset), [PART_SHA256_HEADER]: sha256 };
    return fetch(address, { method: "PUT", headers, body: new Uint8Array(bytes) });
  };
  const recording = async () => RecordingAnswer.parse(await send(`recording/${invited.candidate_id}`)).recording_info;
  return {
    sessionId: session_id as unknown as string,
    async askAndAnswer(question, text = "I would measure it first.") {
      const { question_id } = await send("question/add", { session_id, question_data: { text: question } });
      await send("answer/add", { session_id, question_id, answer_data: { text } });
    },
    openSegment,
    putPart,
    async uploadSegment(parts) {
      const segment = await openSegment();
      let offset = 0;
      for (const [seq, bytes] of parts.entries()) {
        const response = await putPart({ segment, seq, offset, bytes });
        if (!response.ok) throw new Error(`part ${seq}: ${response.status} ${await response.text()}`);
        offset += bytes.byteLength;
      }
    },
    async end() {
      await send("session/end", { session_id });
    },
    async questions() {
      const { session_data } = (await send(`session/${session_id}`)) as unknown as {
        session_data: { questions: { text: string }[] };
      };
      return session_data.questions.map(({ text }) => text);
    },
    async analysisStatus() {
      const { analysis } = (await send(`analysis/${invited.candidate_id}`)) as unknown as {
        analysis: { analysis_status: string };
      };
      return analysis.analysis_status;
    },
    recording,
    async link() {
      const headers = { authorization: `Bearer ${api_key}` };
      const answer = await fetch(`${server.baseUrl}/api/v1/recordings/${session_id}/link`, { headers });
      return LinkAnswer.parse(await answer.json()).url;
    },
    async media({ method = "GET", headers = {} } = {}) {
      const { media_url } = await recording();
      const address = new URL(media_url ?? "/no-media", server.baseUrl);
      return fetch(address, {
        method,
        headers: { authorization: `Bearer ${api_key}`, ...headers },
        redirect: "manual",
      });
    },
  };
}
