import { expect, test } from "vitest";
import { clientAddress } from "./client-address.ts";
import { redactPath } from "./redact-path.ts";
import { isKnownMethod } from "./refuse.ts";
import { requestIdFor } from "./request-id.ts";
import { isWellFormedUrl } from "./well-formed-url.ts";

const ID = "0b9f2f1c-7a44-4f0e-9d3c-1c2d3e4f5a6b";

test.each([
  ["/", "/"],
  ["/api/interview/session/start", "/api/interview/session/start"],
  ["/api/interview/analysis/123?session_id=1", "/api/interview/analysis/123"],
  [`/api/interview/session/${ID}`, "/api/interview/session/:id"],
  [`/api/interview/session/${ID.toUpperCase()}/segments/0/parts/3`, "/api/interview/session/:id/segments/0/parts/3"],
  [`/api/interview/session/${ID.replaceAll("-", "%2D")}`, "/api/interview/session/:id"],
  [`/api/interview/session/${ID.replaceAll("-", "")}`, "/api/interview/session/:id"],
  [`/api/x/prefix-${ID}.json`, "/api/x/:id"],
  [`/interview/${ID}`, "/interview/:token"],
  ["/interview/anything/else?a=b", "/interview/:token"],
  ["/Interview/anything", "/Interview/:token"],
  ["/interview", "/interview"],
  ["/share/tfs_abc", "/share/:token"],
  ["/api/share/tfs_abc/media?file=1", "/api/share/:token/media"],
  ["/api/media/abc.def", "/api/media/:token"],
  ["/search?q=what+was+said#here", "/search"],
])("%s is logged as %s", (url, path) => {
  expect(redactPath(url)).toBe(path);
});

test("a logged path has an end", () => {
  expect(redactPath(`/${"a".repeat(5_000)}`).length).toBeLessThanOrEqual(200);
});

test.each(["abc", "A-1_2.b", "x".repeat(64)])("the request id %j is kept", (id) => {
  expect(requestIdFor(id)).toBe(id);
});

test.each([undefined, "", "a b", "x".repeat(65), 'a"b', "ä", "a\nb", ["a", "b"]])("%j gets a new request id", (id) => {
  expect(requestIdFor(id)).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
});

test("without a proxy of ours the address is the connection's, whatever a header claims", () => {
  expect(clientAddress("::ffff:203.0.113.7", "198.51.100.1", false)).toBe("203.0.113.7");
  expect(clientAddress("2001:db8::7", undefined, false)).toBe("2001:db8::7");
});

test("behind a proxy of ours the address is the one the proxy added, not what the client made up", () => {
  expect(clientAddress("10.0.0.1", "1.1.1.1, 203.0.113.7", true)).toBe("203.0.113.7");
  expect(clientAddress("10.0.0.1", ["1.1.1.1", "203.0.113.7"], true)).toBe("203.0.113.7");
  expect(clientAddress("10.0.0.1", undefined, true)).toBe("10.0.0.1");
});

test.each([
  ["203.0.113.57:40001", "203.0.113.57"],
  ["203.0.113.57:1", "203.0.113.57"],
  ["::ffff:203.0.113.57", "203.0.113.57"],
  ["::FFFF:cb00:7139", "203.0.113.57"],
  ["[::ffff:203.0.113.57]:8080", "203.0.113.57"],
  ["[2001:db8::1]:443", "2001:db8::1"],
  ["[2001:DB8:0:0::1]", "2001:db8::1"],
  ["2001:0db8:0000::0001", "2001:db8::1"],
  ["fe80::1%eth0", "fe80::1"],
  ["10.9.9.9, 203.0.113.57:40001 ", "203.0.113.57"],
])("an address that the proxy writes as %j counts as %s", (written, address) => {
  expect(clientAddress("10.0.0.1", written, true)).toBe(address);
});

test.each([
  "unknown",
  "_hidden",
  "",
  "1.1.1.1, ",
  "203.0.113.57:",
  "203.0.113.57:x",
  "203.0.113.999",
  "0xcb007139",
  "3405803833",
  "0313.0.113.57",
  "[203.0.113.57",
  "2001:db8::1]:443",
  "'; DROP",
  "a".repeat(2_000),
])("what is no address counts as the proxy's own: %j", (written) => {
  expect(clientAddress("::ffff:10.0.0.1", written, true)).toBe("10.0.0.1");
});

test("without any address whoever asks is unknown", () => {
  expect(clientAddress(undefined, "nonsense", true)).toBe("unknown");
});

test.each(["/", "/a/b?c=%", "/%C3%A4", "/a//b", `/?${"a".repeat(4_000)}`])("%s may be asked for", (url) => {
  expect(isWellFormedUrl(url)).toBe(true);
});

test.each(["/%", "/%zz", "/%ff", "/%C3", "/a%00b", "/?a=%00", "http://else.where/", "*", "", `/${"a".repeat(7_000)}`])(
  "%s is refused",
  (url) => {
    expect(isWellFormedUrl(url)).toBe(false);
  },
);

const asked = (method: string, url: string, headers: object = {}) => isKnownMethod({ method, url, headers } as never);

test("the API is asked with the methods that it has, a page with GET or by an action of its own", () => {
  for (const method of ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]) {
    expect(asked(method, "/api/anything"), method).toBe(true);
  }
  for (const method of ["TRACE", "PROPFIND", "LOCK"]) expect(asked(method, "/api/anything"), method).toBe(false);
  expect(asked("GET", "/dashboard")).toBe(true);
  const action = { "next-action": "7f00", "content-type": "multipart/form-data; boundary=x" };
  expect(asked("POST", "/dashboard", action)).toBe(true);
  expect(asked("POST", "/dashboard", { ...action, "content-type": "multipart/form-data" })).toBe(false);
  expect(asked("POST", "/dashboard", { "content-type": "multipart/form-data; boundary=x" })).toBe(false);
  expect(asked("POST", "/API/INTERVIEW/SESSION/START")).toBe(false);
});
