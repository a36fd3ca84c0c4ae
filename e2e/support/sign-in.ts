import { inject } from "vitest";

type Credentials = { email: string; password: string };

/** Signs in as the sign-in page does. Returns the cookies to send. */
export async function signIn(credentials: Credentials, baseUrl = inject("baseUrl")): Promise<string> {
  const cookie = cookiesOf(await answerToSignIn(credentials, baseUrl));
  if (!cookie.includes("session-token")) throw new Error("could not sign in");
  return cookie;
}

/** The same, as the server answers it. */
export async function answerToSignIn({ email, password }: Credentials, baseUrl: string): Promise<Response> {
  const csrf = await fetch(`${baseUrl}/api/auth/csrf`);
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  return fetch(`${baseUrl}/api/auth/callback/credentials`, {
    method: "POST",
    redirect: "manual",
    headers: { "content-type": "application/x-www-form-urlencoded", cookie: cookiesOf(csrf) },
    body: new URLSearchParams({ csrfToken, email, password, json: "true" }),
  });
}

function cookiesOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}
