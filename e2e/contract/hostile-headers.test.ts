import { randomUUID } from "node:crypto";
import { beforeAll, expect, inject, test } from "vitest";
import { startedSession } from "../support/interview.ts";
import { newTenant, type Tenant } from "../support/tenant.ts";

/* What browsers and caches are told, on every kind of answer. */

let tenant: Tenant;
let session: Awaited<ReturnType<typeof startedSession>>;

beforeAll(async () => {
  tenant = await newTenant();
  session = await startedSession(tenant);
});

function ask(path: string, init: RequestInit = {}): Promise<Response> {
  return fetch(new URL(path, inject("baseUrl")), { redirect: "manual", ...init });
}

const PAGES = ["/", "/sign-in", "/dashboard", "/no-such-page", "/interview/no-such-link", "/interviews/no-such-id"];

test("every page comes with a policy of its own nonce, and only scripts that have it run", async () => {
  const paths = [...PAGES, `/interview/${session.token}`];
  for (const path of paths) {
    const response = await ask(path);
    const policy = response.headers.get("content-security-policy") ?? "";
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
    expect(nonce, path).toBeTruthy();
    expect(policy, path).not.toMatch(/script-src[^;]*'unsafe/);
    for (const rule of ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"])
      expect(policy).toContain(rule);
    const scripts = (await response.text()).match(/<script\b[^>]*>/g) ?? [];
    for (const script of scripts) expect(script, path).toContain(`nonce="${nonce}"`);
  }
});

test("errors, redirects and files have the headers as well", async () => {
  const page = await (await ask("/sign-in")).text();
  const asset = /\/_next\/static\/[^"\\]+\.js/.exec(page)?.[0];
  expect(asset).toBeTruthy();
  const answers = [
    ...[...PAGES, "/favicon.ico", "/%", "/_next/static/none.js", asset ?? ""].map((path) => ask(path)),
    ...["/api/health", "/api/none", "/api/%", "/api/interview/analysis/1", "/api/auth/session"].map((path) =>
      ask(path),
    ),
    ask("/api/interview/question/add", { method: "POST", body: "{" }),
    ask("/api/interview/question/add", { method: "DELETE" }),
  ];
  for (const { url, headers } of await Promise.all(answers)) {
    expect(headers.get("content-security-policy"), url).toContain("frame-ancestors 'none'");
    expect(headers.get("x-content-type-options"), url).toBe("nosniff");
    expect(headers.get("referrer-policy"), url).toBe("no-referrer");
    expect(headers.get("x-frame-options"), url).toBe("DENY");
    for (const name of ["x-powered-by", "server", "x-nextjs-cache"])
      expect(headers.get(name), `${url} ${name}`).toBeNull();
  }
});

test("nobody keeps what the API says or what is on private pages", async () => {
  const authorization = `Bearer ${tenant.apiKey}`;
  const answers = [
    ...["/dashboard", `/interview/${session.token}`, "/interviews/none", "/api/none", "/api/health"].map((path) =>
      ask(path),
    ),
    ask(`/api/interview/analysis/${session.candidateId}`, { headers: { authorization } }),
    ask(`/api/interview/session/${session.session_id}`, { headers: { authorization } }),
    ask(`/api/interview/session/${session.session_id}/upload`),
    ask(`/api/interview/session/${randomUUID()}/upload`),
    ask("/api/interview/session/start", { method: "POST", body: JSON.stringify({ interview_token: session.token }) }),
    ask("/api/interview/question/add", { method: "GET" }),
    ask("/api/auth/session"),
    ask("/api/auth/csrf"),
  ];
  for (const { url, headers } of await Promise.all(answers)) {
    expect(headers.get("cache-control"), url).toMatch(/no-store/);
  }
});
