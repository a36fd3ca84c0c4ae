import { beforeAll, expect, inject, test } from "vitest";
import { db } from "../../lib/db/client.ts";
import { methods } from "../../lib/words/en/methods.ts";
import { closed } from "../../lib/words/en/room/closed.ts";
import { pseudo } from "../../lib/words/pseudo.ts";
import { assessedInterview } from "../support/assessed-interview.ts";
import { MODEL_ANALYSIS } from "../support/given-analyses.ts";
import { signIn } from "../support/sign-in.ts";
import { newTenant, type Tenant } from "../support/tenant.ts";

let tenant: Tenant;
beforeAll(async () => {
  tenant = await newTenant();
});

/** The first line of a page that a browser is told something by. */
async function rootOf(path: string, headers = {}): Promise<string | undefined> {
  const page = await (await fetch(`${inject("baseUrl")}${path}`, { headers })).text();
  return /<html[^>]*>/.exec(page)?.[0];
}

test("a candidate's page is in the language of their invitation, and runs as it does; other pages are in English", async () => {
  const { interviewId, token } = await tenant.invite();
  expect(await rootOf(`/interview/${token}`)).toMatch(/lang="en" dir="ltr"/);
  await db().interview.update({ where: { id: interviewId }, data: { locale: "en-XA" } });
  expect(await rootOf(`/interview/${token}`)).toMatch(/lang="en-XA" dir="rtl"/);
  expect(await rootOf("/sign-in")).toMatch(/lang="en" dir="ltr"/);
});

test("what a candidate agrees to is kept in the language that it was shown in", async () => {
  const { interviewId, token } = await tenant.invite();
  await db().interview.update({ where: { id: interviewId }, data: { locale: "en-XA" } });
  await rootOf(`/interview/${token}`);
  const shown = await db().consentShowing.findMany({ where: { interviewId }, include: { text: true } });
  expect(shown.map(({ text }) => text.language)).toEqual(["en-XA"]);
  expect(shown[0]?.text.text).toContain("⟦");
});

test("an invitation in a language that we do not speak is in English", async () => {
  const { interviewId, token } = await tenant.invite();
  await db().interview.update({ where: { id: interviewId }, data: { locale: "tlh" } });
  expect(await rootOf(`/interview/${token}`)).toMatch(/lang="en" dir="ltr"/);
});

test("whoever has no invitation reads the first language of their browser that we speak", async () => {
  const read = (accepted: string) => rootOf("/sign-in", { "accept-language": accepted });
  expect(await read("tlh, en-XA;q=0.9, en;q=0.8")).toMatch(/lang="en-XA" dir="rtl"/);
  expect(await read("en-US,en;q=0.9,en-XA;q=0.1")).toMatch(/lang="en" dir="ltr"/);
  expect(await read("en-XA;q=0, *;q=x")).toMatch(/lang="en" dir="ltr"/);
});

test("a page is in its language already as the server makes it", async () => {
  const { interviewId, token } = await tenant.invite();
  await db().interview.update({ where: { id: interviewId }, data: { locale: "en-XA", revokedAt: new Date() } });
  const page = await (await fetch(`${inject("baseUrl")}/interview/${token}`)).text();
  expect(page).toContain(pseudo(closed["revoked:title"]));
  expect(page).not.toContain(closed["revoked:title"]);
});

test("nobody chooses a page's language by a header of their own", async () => {
  const { interviewId, token } = await tenant.invite();
  await db().interview.update({ where: { id: interviewId }, data: { locale: "en-XA" } });
  expect(await rootOf("/sign-in", { "x-talentflow-path": `/interview/${token}` })).toMatch(/lang="en" dir="ltr"/);
});

test("what a review reads anew is in its browser's language, as the page was; programs are answered in English", async () => {
  const { id, publicId } = await assessedInterview(tenant.actor, [
    { ...MODEL_ANALYSIS, flags: [{ code: "partly_answered" }] },
  ]);
  const cookie = await signIn(tenant.recruiter);
  const read = async (path: string, headers: Record<string, string>) => {
    const answer = await fetch(`${inject("baseUrl")}${path}`, { headers: { "accept-language": "en-XA", ...headers } });
    return answer.json();
  };
  const { review } = await read(`/api/interviews/${id}/review`, { cookie });
  expect(review.analysis.method_label).toBe(pseudo(methods.openai_compatible));
  expect(review.analysis.flags[0].message).toContain("⟦");
  const english = await read(`/api/interviews/${id}/review`, { cookie, "accept-language": "de, en;q=0.5" });
  expect(english.review.analysis.method_label).toBe(methods.openai_compatible);
  const { data } = await read(`/api/v1/sessions/${publicId}/analyses`, { authorization: `Bearer ${tenant.apiKey}` });
  expect(data[0].method_label).toBe(methods.openai_compatible);
});
