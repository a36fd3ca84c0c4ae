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
  const server = await startServer(null, { PUBLIC_URL: "https://talent.example.com" });
  try {
    const answer = await fetch(`${server.baseUrl}/api/auth/csrf`);
    for (const attributes of cookiesOf(answer).values()) expect(attributes).toContain("secure");
    const [, password = ""] = /Password\s+(\S+)/.exec(server.printed()) ?? [];
    const cookies = cookiesOf(await answerToSignIn({ email: "owner@talentflow.local", password }, server.baseUrl));
    expect(cookies.get("__Secure-next-auth.session-token")).toEqual(
      expect.arrayContaining(["secure", "httponly", "samesite=lax"]),
    );
    expect(answer.headers.get("strict-transport-security")).toMatch(/^max-age=\d{8}/);
  } finally {
    await server.remove();
  }
});
