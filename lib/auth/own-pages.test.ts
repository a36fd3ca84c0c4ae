import { expect, test } from "vitest";
import { env } from "../env.ts";
import { assertFromOwnPages } from "./own-pages.ts";

const OWN = new URL(env().publicUrl).origin;

function writeWith(headers: Record<string, string>, method = "POST") {
  return () => assertFromOwnPages(new Request("http://localhost/api", { method, headers }));
}

test.each<Record<string, string>>([
  {},
  { origin: OWN },
  { origin: OWN, "sec-fetch-site": "same-origin" },
  { "sec-fetch-site": "none" },
  { origin: "http://192.168.0.7:5000", host: "192.168.0.7:5000" },
])("a write from our own pages passes: %j", (headers) => {
  expect(writeWith(headers)).not.toThrow();
});

test.each<Record<string, string>>([
  { "sec-fetch-site": "cross-site" },
  { "sec-fetch-site": "same-site" },
  { origin: "https://elsewhere.example.com" },
  { origin: `${OWN}.example.com` },
  { origin: "null" },
  { origin: OWN, "sec-fetch-site": "cross-site" },
  { origin: "https://elsewhere.example.com", "sec-fetch-site": "same-origin" },
  { origin: "http://192.168.0.7:5000", host: "192.168.0.7" },
])("a write from anywhere else is refused: %j", (headers) => {
  for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
    expect(writeWith(headers, method)).toThrow("forbidden:other_site");
  }
});

test("reading changes nothing, so a link from elsewhere may be followed", () => {
  expect(writeWith({ "sec-fetch-site": "cross-site", origin: "https://elsewhere.example.com" }, "GET")).not.toThrow();
});
