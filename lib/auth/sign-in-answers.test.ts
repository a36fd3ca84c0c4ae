import { expect, test } from "vitest";
import { tellWait, withoutProlonging } from "./sign-in-answers.ts";

const refused = (error: string) =>
  Response.json({ url: `http://localhost:5000/api/auth/error?error=${encodeURIComponent(error)}` }, { status: 401 });

test("a wait is told by status and header as well, and the words stay", async () => {
  const answer = await tellWait(refused("too_many_attempts:240"));
  expect([answer.status, answer.headers.get("retry-after")]).toEqual([429, "240"]);
  expect(await answer.json()).toMatchObject({ url: expect.stringContaining("too_many_attempts") });
});

test.each(["CredentialsSignin", "second_factor_required", "too_many_attempts:soon"])("%s is no wait", async (error) => {
  expect((await tellWait(refused(error))).status).toBe(401);
});

test("reading a session gives its cookie no new life, and a cleared one stays cleared", () => {
  const headers = new Headers();
  for (const cookie of [
    "__Secure-next-auth.session-token=abc; Path=/",
    "next-auth.session-token.1=; Max-Age=0",
    "other=1",
  ]) {
    headers.append("set-cookie", cookie);
  }
  const { headers: left } = withoutProlonging(new Response("{}", { headers }));
  expect(left.getSetCookie()).toEqual(["next-auth.session-token.1=; Max-Age=0", "other=1"]);
});
