import { Secret, TOTP } from "otpauth";
import { expect, inject, test } from "vitest";
import { startServer } from "../support/server.ts";
import { answerToSignIn } from "../support/sign-in.ts";
import { newTenant } from "../support/tenant.ts";

/** `name` → its attributes, in lower case. */
function cookiesOf(response: Response): Map<string, string[]> {
  const cookies = response.headers.getSetCookie().map((cookie) => cookie.split("; "));
  return new Map(
    cookies.map(([pair = "", ...attributes]) => [
      pair.slice(0, pair.indexOf("=")),
      attributes.map((attribute) => attribute.toLowerCase()),
    ]),
  );
}

test("a sign-in's cookie is out of reach of scripts and of other sites", async () => {
  const { recruiter } = await newTenant();
  const cookies = cookiesOf(await answerToSignIn(recruiter, inject("baseUrl")));
  const attributes = cookies.get("next-auth.session-token");
  expect(attributes).toEqual(expect.arrayContaining(["httponly", "samesite=lax", "path=/"]));
  expect(attributes?.some((attribute) => attribute.startsWith("domain"))).toBe(false);
});

test("where links are https, every cookie of a sign-in goes over https only", async () => {
  const server = await startServer(null, {
    PUBLIC_URL: "https://talent.example.com",
    SECOND_FACTOR_REQUIRED: "owners",
  });
  try {
    const answer = await fetch(`${server.baseUrl}/api/auth/csrf`);
    for (const attributes of cookiesOf(answer).values()) expect(attributes).toContain("secure");
    const [, password = ""] = /Password\s+(\S+)/.exec(server.printed()) ?? [];
    const owner = { email: "owner@talentflow.local", password };
    const signedIn = await answerToSignIn(owner, server.baseUrl);
    const cookies = cookiesOf(signedIn);
    for (const attributes of cookies.values()) expect(attributes).toContain("secure");
    expect([...cookies.keys()].find((name) => name.includes("device"))).toMatch(/^__Host-/);
    expect(cookies.get("__Secure-next-auth.session-token")).toEqual(
      expect.arrayContaining(["secure", "httponly", "samesite=lax"]),
    );
    expect(answer.headers.get("strict-transport-security")).toMatch(/^max-age=\d{8}/);
    await expectNothingBeforeEnrolment(server.baseUrl, owner, sentBack(signedIn));
  } finally {
    await server.remove();
  }
});

/** SECOND_FACTOR_REQUIRED=owners: an owner without one is led to set one up, and can do nothing else before. */
async function expectNothingBeforeEnrolment(
  baseUrl: string,
  owner: { email: string; password: string },
  cookie: string,
) {
  const ask = (method: string, path: string, json?: object) =>
    fetch(baseUrl + path, {
      method,
      redirect: "manual",
      headers: { cookie, "content-type": "application/json" },
      ...(json ? { body: JSON.stringify(json) } : {}),
    });
  for (const [method, path] of [
    ["GET", "/api/v1/interviews"],
    ["POST", "/api/invitations"],
    ["POST", "/api/account/password"],
    ["POST", "/api/account/sign-out-everywhere"],
  ] as const) {
    const refused = await ask(method, path, method === "POST" ? {} : undefined);
    expect([path, refused.status]).toEqual([path, 403]);
    expect(await refused.json()).toMatchObject({ error: { code: "second_factor_required" } });
  }
  for (const page of ["/dashboard", "/settings/account", "/settings/api-keys"]) {
    expect((await ask("GET", page)).headers.get("location")).toContain("/sign-in/second-factor?next=");
  }
  const password = { current_password: owner.password };
  const { uri } = (await (await ask("POST", "/api/account/second-factor/start", password)).json()) as { uri: string };
  const secret = Secret.fromBase32(new URL(uri).searchParams.get("secret") ?? "");
  const confirmed = await ask("POST", "/api/account/second-factor/confirm", { code: TOTP.generate({ secret }) });
  expect(confirmed.status).toBe(200);
  expect((await ask("GET", "/api/v1/interviews")).status).toBe(200);
  const alone = await answerToSignIn(owner, baseUrl);
  expect([alone.status, await alone.text()]).toEqual([401, expect.stringContaining("second_factor_required")]);
  const { recovery_codes } = (await confirmed.json()) as { recovery_codes: string[] };
  expect((await answerToSignIn({ ...owner, code: recovery_codes[0] ?? "" }, baseUrl)).status).toBe(200);
}

function sentBack(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}
