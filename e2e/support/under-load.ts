import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { request } from "node:http";

export type Heard = { status: number; retryAfter: string | null };

/** Asks the same again and again, one after the other, until told to stop. */
export async function askOnAndOn(url: string, stop: AbortSignal, body?: object): Promise<Heard[]> {
  const heard: Heard[] = [];
  const asked = body && { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
  while (!stop.aborted) {
    const answer = await fetch(url, asked);
    heard.push({ status: answer.status, retryAfter: answer.headers.get("retry-after") });
    await answer.arrayBuffer();
  }
  return heard;
}

const MIB = 1024 * 1024;

/** Sends a body without an announced length, as the server takes it, until it answers or has taken all. */
export async function sendChunks(url: string, bytes: number): Promise<{ status: number | undefined; sent: number }> {
  const sending = request(url, { method: "POST", agent: false });
  const answered = once(sending, "response");
  sending.on("error", () => undefined); // it may have hung up: its answer says why
  let heard = false;
  let sent = 0;
  sending.once("response", () => {
    heard = true;
  });
  for (; sent < bytes && !heard; sent += MIB) {
    if (!sending.write(Buffer.alloc(MIB))) await Promise.race([once(sending, "drain"), answered]);
  }
  sending.end();
  const [answer] = await answered;
  answer.resume();
  return { status: answer.statusCode, sent };
}

/** The memory that a process holds now, in bytes. */
export function residentBytes(pid: number): number {
  return Number(execFileSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" })) * 1024;
}
