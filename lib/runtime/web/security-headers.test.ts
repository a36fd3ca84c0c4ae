import type { IncomingMessage, ServerResponse } from "node:http";
import { expect, test } from "vitest";
import { type SecuritySettings, setSecurityHeaders } from "./security-headers.ts";

function headersOf(url: string, settings: Partial<SecuritySettings> = {}) {
  const request = { url, headers: {} } as IncomingMessage;
  const sent = new Map<string, string>();
  const response = { setHeader: (name: string, value: string) => sent.set(name, value) } as unknown as ServerResponse;
  setSecurityHeaders(request, response, { secure: false, mediaOrigin: null, dev: false, ...settings });
  return { sent, asked: request.headers };
}

const policyOf = (...args: Parameters<typeof headersOf>) =>
  headersOf(...args).sent.get("content-security-policy") ?? "";

test("a page runs scripts by a nonce that is new each time, and Next learns it", () => {
  const { sent, asked } = headersOf("/sign-in");
  expect(asked["content-security-policy"]).toBe(sent.get("content-security-policy"));
  const nonce = /'nonce-([^']+)'/.exec(policyOf("/"))?.[1];
  expect(nonce).toMatch(/^[A-Za-z0-9+/]{22}==$/);
  expect(policyOf("/")).not.toContain(nonce);
  expect(policyOf("/")).not.toMatch(/script-src[^;]*unsafe/);
});

test("camera and microphone are for the room alone", () => {
  for (const [url, allowed] of [
    ["/interview/abc?x=1", "camera=(self), microphone=(self)"],
    ["/dashboard", "camera=(), microphone=()"],
    ["/api/interview/session/start", "camera=(), microphone=()"],
  ] as const) {
    expect(headersOf(url).sent.get("permissions-policy")).toContain(allowed);
  }
});

test("what the API answers is never a page", () => {
  expect(policyOf("/api/interview/session/x")).toBe("default-src 'none'; frame-ancestors 'none'");
});

test("recordings may play from the store, and from nowhere else", () => {
  expect(policyOf("/", { mediaOrigin: "https://files.example.com" })).toContain(
    "media-src 'self' blob: data: https://files.example.com;",
  );
});

test("browsers are told to stay with https where links are https", () => {
  expect(headersOf("/", { secure: true }).sent.get("strict-transport-security")).toBe("max-age=31536000");
  expect(headersOf("/").sent.has("strict-transport-security")).toBe(false);
});
