import { inject } from "vitest";

type Credentials = { email: string; password: string; code?: string };

/** Signs in as the sign-in page does. Returns the cookies to send. */
export async function signIn(credentials: Credentials, baseUrl = inject("baseUrl")): Promise<string> {
  const cookie = cookiesOf(await answerToSignIn(credentials, baseUrl));
  if (!cookie.includes("session-token")) throw new Error("could not sign in");
  return cookie;
}

/** The same, as the server answers it. */
export function answerToSignIn(credentials: Credentials, baseUrl: string): Promise<Response> {
  return postForm(baseUrl, "callback/credentials", { ...credentials });
}

/** Signs out as the menu does. */
export async function signOut(cookie: string, baseUrl = inject("baseUrl")): Promise<void> {
  await postForm(baseUrl, "signout", {}, cookie);
}

async function postForm(
  baseUrl: string,
  action: string,
  fields: Record<string, string>,
  cookie = "",
): Promise<Response> {
  const csrf = await fetch(`${baseUrl}/api/auth/csrf`, { headers: { cookie } });
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  return fetch(`${baseUrl}/api/auth/${action}`, {
    method: "POST",
    redirect: "manual",
    headers: {
      "content-type": "application/x-www-form-urlencoded",
      cookie: [cookie, cookiesOf(csrf)].filter(Boolean).join("; "),
    },
    body: new URLSearchParams({ csrfToken, ...fields, json: "true" }),
  });
}

function cookiesOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}
