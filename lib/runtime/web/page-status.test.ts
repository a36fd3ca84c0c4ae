import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { notePageError } from "../../health/page-faults.ts";
import { tellPageFaults } from "./page-status.ts";

const AWAY = Object.assign(new Error("connect"), { code: "ECONNREFUSED", syscall: "connect" });

const servers: ReturnType<typeof createServer>[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** What a page is answered with that ends with `status` after `error`. */
async function answered(status: number, error: unknown, of = "a") {
  const server = createServer((_, response) => {
    tellPageFaults(response, "a");
    notePageError(of, error);
    response.statusCode = status;
    response.end("a page");
  });
  servers.push(server);
  await once(server.listen(0, "127.0.0.1"), "listening");
  const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  return { status: answer.status, retryAfter: answer.headers.get("retry-after"), body: await answer.text() };
}

test("a page that a database away kept from being drawn is 503, and says when to come again", async () => {
  expect(await answered(500, AWAY)).toEqual({ status: 503, retryAfter: "5", body: "a page" });
});

test.each([
  ["a fault of our own", 500, new Error("a bug"), "a"],
  ["another request's fault", 500, AWAY, "b"],
  ["a page that was drawn all the same", 200, AWAY, "a"],
  ["a page that is not there", 404, AWAY, "a"],
])("%s changes nothing", async (_, status, error, of) => {
  expect(await answered(status, error, of)).toEqual({ status, retryAfter: null, body: "a page" });
});

test("what went wrong is forgotten with its request", async () => {
  await answered(500, AWAY);
  notePageError("a", AWAY); // nobody is under way by that name
  expect(await answered(500, new Error("a bug"))).toMatchObject({ status: 500 });
});
