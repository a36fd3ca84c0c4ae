import { createHash } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { type AddressInfo, connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline, Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { createLocalStorage } from "../../storage/local.ts";
import { createHttpServer } from "./http-server.ts";

test("a sender that stops in the middle of a part is sent away after a while, and nothing of it is stored", async () => {
  const root = await mkdtemp(join(tmpdir(), "talentflow-slow-"));
  const storage = createLocalStorage({ root });
  const sha256 = createHash("sha256").update("never comes").digest("hex");
  const stored = Promise.withResolvers<void>();
  const server = createHttpServer({ headersTimeout: 100, requestTimeout: 200, connectionsCheckingInterval: 20 });
  server.on("request", (request) => {
    storage.putPart("parts/slow", request, { length: 100, sha256, maxBytes: 1000 }).then(stored.resolve, stored.reject);
  });
  try {
    await once(server.listen(0, "127.0.0.1"), "listening");
    const sender = connect((server.address() as AddressInfo).port, "127.0.0.1");
    sender.write("PUT /part HTTP/1.1\r\nHost: here\r\nContent-Length: 100\r\n\r\nonly this");
    const [answer] = await Promise.all([text(sender), expect(stored.promise).rejects.toThrow()]);
    expect(answer).toMatch(/^HTTP\/1.1 408 /);
    expect(await readdir(root, { recursive: true })).toEqual([".tmp"]);
  } finally {
    server.close();
    await rm(root, { recursive: true });
  }
});

test("a reader that stops reading is disconnected after a while, and what it was sent from is let go", async () => {
  const source = new Readable({
    read(size) {
      this.push(Buffer.alloc(size)); // without an end
    },
  });
  const server = createHttpServer({}, 200);
  const released = Promise.withResolvers<void>();
  server.on("request", (_, response) => {
    pipeline(source, response, () => released.resolve());
  });
  try {
    await once(server.listen(0, "127.0.0.1"), "listening");
    const reader = connect((server.address() as AddressInfo).port, "127.0.0.1").pause();
    reader.on("error", () => undefined); // reset by the server
    reader.write("GET /recording HTTP/1.1\r\nHost: here\r\n\r\n");
    await released.promise;
    expect(source.destroyed).toBe(true);
    reader.destroy();
  } finally {
    server.close();
  }
});
