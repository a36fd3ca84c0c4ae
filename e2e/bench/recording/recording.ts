import { createHash, randomUUID } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestServer } from "../../support/server.ts";
import type { Tenant } from "../../support/tenant.ts";
import type { Say } from "../say.ts";
import { postJson, withServer } from "../with-server.ts";
import { benchFinalize } from "./finalize.ts";
import { makeLongRecording } from "./long-recording.ts";
import { benchPlayback, type Media } from "./playback.ts";
import { benchUpload, type Segment } from "./upload.ts";

const PARTS: Record<string, (say: Say) => Promise<void>> = {
  upload: (say) =>
    withServer((server, tenant) =>
      benchUpload(server, say, (count) =>
        Promise.all(Array.from({ length: count }, () => openSegment(server.baseUrl, tenant))),
      ),
    ),
  finalize: benchFinalize,
  playback: (say) => withServer(async (server, tenant) => benchPlayback(await publishLong(server, tenant), say)),
  browser: async (say) => (await import("./browser.ts")).benchBrowser(say),
};

/** @param names only these parts; all without */
export async function benchRecording(say: Say, names: string[]): Promise<void> {
  for (const [name, run] of Object.entries(PARTS)) {
    if (names.length > 0 && !names.includes(name)) continue;
    say(`\n${name}`);
    await run(say);
  }
}

async function openSegment(baseUrl: string, tenant: Tenant): Promise<Segment> {
  const { token } = await tenant.invite();
  const started = await postJson(baseUrl, "/api/interview/session/start", { interview_token: token });
  const sessionId = started.session_id as string;
  const body = { client_key: randomUUID(), mime_type: "video/webm;codecs=vp8,opus" };
  const opened = await postJson(baseUrl, `/api/interview/session/${sessionId}/segments`, body);
  return { sessionId, segment: opened.segment as number };
}

/** A long recording, uploaded and published as any other. */
async function publishLong({ baseUrl, dataDir }: TestServer, tenant: Tenant): Promise<Media> {
  const folder = await mkdtemp(join(tmpdir(), "talentflow-bench-"));
  const { sessionId, segment } = await openSegment(baseUrl, tenant);
  let offset = 0;
  for (const [seq, part] of (await makeLongRecording(folder, 480e6)).entries()) {
    offset += await putFile(
      `${baseUrl}/api/interview/session/${sessionId}/segments/${segment}/parts/${seq}`,
      part,
      offset,
    );
  }
  await rm(folder, { recursive: true });
  await postJson(baseUrl, "/api/interview/session/end", { session_id: sessionId });
  const headers = { authorization: `Bearer ${tenant.apiKey}` };
  const read = async (path: string) => (await fetch(`${baseUrl}/api/interview/${path}`, { headers })).json();
  const { session_data } = await read(`session/${sessionId}`);
  for (;;) {
    const { recording_info: info } = await read(`recording/${session_data.candidate_id}`);
    if (info.recording_status === "completed") {
      const file = join(dataDir, info.recording_file);
      return { url: `${baseUrl}${info.media_url}`, headers, sizeBytes: info.recording_size, file };
    }
    if (info.recording_status === "failed") throw new Error("the long recording could not be joined");
    await new Promise((wake) => setTimeout(wake, 200));
  }
}

/** @returns how many bytes it had */
async function putFile(url: string, file: string, offset: number): Promise<number> {
  const body = await readFile(file);
  const headers = {
    "x-part-offset": String(offset),
    "x-part-sha256": createHash("sha256").update(body).digest("hex"),
  };
  const response = await fetch(url, { method: "PUT", headers, body: new Uint8Array(body) });
  if (!response.ok) throw new Error(`a part answered ${response.status}`);
  return body.byteLength;
}
