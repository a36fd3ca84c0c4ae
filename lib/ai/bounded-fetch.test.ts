import { mkdtempSync, openAsBlob, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { Mishap } from "../testing/provider/mishaps.ts";
import { type Provider, type ProviderOptions, startProvider } from "../testing/provider/provider.ts";
import { AnswerTooLarge, boundedFetch, ConnectionCut } from "./bounded-fetch.ts";

const open: Provider[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((provider) => provider.close()));
});

async function arrange(options: ProviderOptions = {}): Promise<Provider> {
  const provider = await startProvider(options);
  open.push(provider);
  return provider;
}

const CHAT = { method: "POST", body: JSON.stringify({ model: "m", messages: [{ role: "user", content: "Grüße" }] }) };

describe("what is sent", () => {
  test("a text goes with its length, and asks for nothing packed", async () => {
    const provider = await arrange();
    const answer = await boundedFetch(10_000)(`${provider.baseUrl}/chat/completions`, CHAT);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("x-request-id")).toBe("req_1");
    expect(provider.requests[0]?.headers).toMatchObject({ "content-length": String(Buffer.byteLength(CHAT.body)) });
    expect(provider.requests[0]?.headers).not.toHaveProperty("accept-encoding");
    expect(provider.chats[0]?.prompt).toBe("Grüße");
  });

  test("a form arrives as it was, with its length and a file from the disk", async () => {
    const folder = mkdtempSync(join(tmpdir(), "form-"));
    const bytes = Buffer.alloc(300_000, "0123456789\r\n");
    writeFileSync(join(folder, "sound"), bytes);
    const provider = await arrange({ transcribe: () => ({ text: "heard" }) });
    const form = new FormData();
    form.set("model", "ears-1");
    form.set('odd "name"', "two\nlines");
    form.set("file", new File([await openAsBlob(join(folder, "sound"))], 'an "answer".webm', { type: "audio/webm" }));
    const answer = await boundedFetch(10_000)(`${provider.baseUrl}/audio/transcriptions`, {
      method: "POST",
      body: form,
    });
    expect(await answer.json()).toEqual({ text: "heard" });
    const [received] = provider.requests;
    expect(received?.headers).toHaveProperty("content-length");
    expect(received?.headers).not.toHaveProperty("transfer-encoding");
    expect([...(received?.form?.keys() ?? [])]).toEqual(["model", 'odd "name"', "file"]);
    expect(received?.form?.get('odd "name"')).toBe("two\r\nlines");
    const file = received?.form?.get("file") as File;
    expect([file.name, file.type]).toEqual(['an "answer".webm', "audio/webm"]);
    expect(Buffer.from(await file.arrayBuffer()).equals(bytes)).toBe(true);
    rmSync(folder, { recursive: true });
  });

  test("what has no length goes in chunks", async () => {
    const provider = await arrange();
    const body = new Blob([CHAT.body]).stream();
    const init = { method: "POST", body, duplex: "half" };
    expect((await boundedFetch(10_000)(`${provider.baseUrl}/chat/completions`, init)).status).toBe(200);
    expect(provider.requests[0]?.headers).toMatchObject({ "transfer-encoding": "chunked" });
    expect(provider.chats[0]?.prompt).toBe("Grüße");
  });
});

describe("what comes back", () => {
  test.each<[string, Mishap, object]>([
    ["more than may be read", "endless", AnswerTooLarge],
    ["an answer cut off in the middle", "cut", ConnectionCut],
  ])("%s is an error while it is read", async (_, mishap, type) => {
    const provider = await arrange({ mishaps: [mishap] });
    const answer = await boundedFetch(100_000)(`${provider.baseUrl}/chat/completions`, CHAT);
    await expect(answer.text()).rejects.toBeInstanceOf(type);
  });

  test("a redirect is not followed, so nothing goes where nobody sent it", async () => {
    const elsewhere = await arrange();
    const provider = await arrange({ mishaps: [{ status: 307, headers: { location: elsewhere.baseUrl } }] });
    expect((await boundedFetch(10_000)(`${provider.baseUrl}/chat/completions`, CHAT)).status).toBe(307);
    expect(elsewhere.requests).toHaveLength(0);
  });

  test("an answer without a body is one", async () => {
    const provider = await arrange({ mishaps: [{ status: 204 }] });
    const answer = await boundedFetch(10_000)(`${provider.baseUrl}/chat/completions`, CHAT);
    expect([answer.status, await answer.text()]).toEqual([204, ""]);
  });
});

test("the caller's signal ends the waiting and the reading with its own reason", async () => {
  const provider = await arrange({ mishaps: ["hang", "endless"] });
  const url = `${provider.baseUrl}/chat/completions`;
  const stop = new AbortController();
  const waiting = boundedFetch(10_000)(url, { ...CHAT, signal: stop.signal });
  await vi.waitFor(() => expect(provider.requests).toHaveLength(1));
  stop.abort(new Error("no longer wanted"));
  await expect(waiting).rejects.toThrow("no longer wanted");

  const later = new AbortController();
  const answer = await boundedFetch(1_000_000_000)(url, { ...CHAT, signal: later.signal });
  const reading = answer.text();
  later.abort(new Error("read enough"));
  await expect(reading).rejects.toThrow("read enough");
});
