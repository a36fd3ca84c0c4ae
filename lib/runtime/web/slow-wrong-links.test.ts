import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { CLIENT_ADDRESS_HEADER, REQUEST_ID_HEADER } from "../../contract/headers.ts";
import { countWrongLink } from "../../http/wrong-links.ts";
import { slowWrongLinks } from "./slow-wrong-links.ts";

/** A server whose one page is only there for who knows it. */
async function pageServer(address: string): Promise<(path: string) => Promise<Response>> {
  let asked = 0;
  const server = createServer((request, response) => {
    const requestId = `request-${asked++}`;
    slowWrongLinks(response, requestId);
    const headers = new Headers({ [CLIENT_ADDRESS_HEADER]: address, [REQUEST_ID_HEADER]: requestId });
    if (request.url === "/right") response.end("here");
    else {
      response.statusCode = 404;
      void countWrongLink(headers).then(() => response.end("nothing"));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  return (path) => fetch(`http://127.0.0.1:${port}${path}`);
}

test("an address that opens too many links that lead nowhere waits, and what is right is there all the same", async () => {
  const open = await pageServer("203.0.113.70");
  for (let wrong = 0; wrong < 100; wrong++) expect((await open("/wrong")).status).toBe(404);
  const late = await open("/wrong");
  expect(late.status).toBe(429);
  expect(Number(late.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(await late.text()).toBe("nothing");
  expect((await open("/right")).status).toBe(200);
  const other = await pageServer("203.0.113.71");
  expect((await other("/wrong")).status).toBe(404);
});
