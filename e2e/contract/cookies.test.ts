import { Secret, TOTP } from "otpauth";
import { expect, inject, test } from "vitest";
import { InterviewAnswer } from "../../lib/contract/v1/interviews.ts";
import { CreatedInterviewAnswer } from "../../lib/contract/v1/new-interviews.ts";
import { db } from "../../lib/db/client.ts";
import { SAMPLE_TEMPLATE } from "../../prisma/sample-template.ts";
import { expectOk, expectRefusal, send } from "../support/client.ts";
import { freshPlace, startServer } from "../support/server.ts";
import { answerToSignIn, signIn } from "../support/sign-in.ts";
import { newTenant } from "../support/tenant.ts";
import { expectCreated, newCandidate } from "../support/v1.ts";

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

test("a cookie invites and revokes by the API from our own pages, and from nobody else's", async () => {
  const { recruiter, actor } = await newTenant();
  const cookie = await signIn(recruiter);
  const own = { cookie, origin: inject("baseUrl"), "sec-fetch-site": "same-origin" };
  const strangers: Record<string, string>[] = [
    { cookie, origin: "https://elsewhere.example.com", "sec-fetch-site": "cross-site" },
    { cookie, origin: "https://elsewhere.example.com" },
    { cookie, origin: "null" },
    { cookie, "sec-fetch-site": "same-site" },
  ];
  const json = { candidate: newCandidate(), template_name: SAMPLE_TEMPLATE.name };
  const invite = (headers: Record<string, string>) => send("POST", "/api/v1/interviews", { json, headers });
  for (const headers of strangers) expectRefusal(await invite(headers), 403, "forbidden");
  expect(await db().interview.count({ where: { organizationId: actor.organizationId } })).toBe(0);
  const { interview_id } = expectCreated(await invite(own), CreatedInterviewAnswer);

  // as a page that is being left sends it: no body, and nobody waits
  const revoke = (headers: Record<string, string>) =>
    send("POST", `/api/v1/interviews/${interview_id}/revoke`, { headers });
  for (const headers of strangers) expectRefusal(await revoke(headers), 403, "forbidden");
  const { interview } = expectOk(await revoke(own), InterviewAnswer);
  expect(interview).toMatchObject({ id: interview_id, state: "revoked" });
  expect(expectOk(await revoke(own), InterviewAnswer).interview.revoked_at).toBe(interview.revoked_at);
});

test("where links are https, every cookie of a sign-in goes over https only", async () => {
  const server = await startServer(await freshPlace(), {
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
    ["POST", "/api/v1/interviews"],
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
