import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, expect, test } from "vitest";
import { startServer, type TestServer } from "../support/server.ts";

/* A mirror that lacks the model, as one on a machine without a network would. */
const asked: string[] = [];
const mirror = createServer((request, response) => {
  asked.push(request.url ?? "");
  response.writeHead(404).end();
});

let server: TestServer | undefined;
afterAll(async () => {
  await server?.remove();
  mirror.close();
});

test("a start without the speech model works, says so in one line behind the banner, and tries again later", async () => {
  await new Promise<void>((listening) => mirror.listen(0, "127.0.0.1", listening));
  const { port } = mirror.address() as AddressInfo;
  server = await startServer(null, { SPEECH_MODEL: "default", SPEECH_MODEL_URL: `http://127.0.0.1:${port}` });
  await expect.poll(() => server?.printed(), { timeout: 30_000 }).toContain("The speech model could not be fetched");
  const [, behind = ""] = server.printed().split("Ctrl-C");
  expect(behind).toMatch(
    /The speech model could not be fetched \(127\.0\.0\.1:\d+ answered 404\)\. Everything else works; it is tried again in a minute\. `talentflow speech install --from FILE` installs one by hand\.\n/,
  );
  expect(asked).toEqual(["/sherpa-onnx-nemo-parakeet_tdt_transducer_110m-en-36000-int8.tar.bz2"]);
  expect((await fetch(`${server.baseUrl}/api/health`)).status).toBe(200);
});
