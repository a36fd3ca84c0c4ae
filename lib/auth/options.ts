import { cookies } from "next/headers";
import type { AuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { CLIENT_ADDRESS_HEADER } from "../contract/headers.ts";
import { CODE_NEEDED, CODE_WRONG, TOO_MANY_ATTEMPTS } from "../contract/sign-in.ts";
import { deviceOf } from "../domain/device.ts";
import { env } from "../env.ts";
import { endOwnSignIn } from "../members/end-own-sign-in.ts";
import { ownAddress } from "./own-address.ts";
import { signIn } from "./sign-in.ts";
import { tellingFaults } from "./sign-in-faults.ts";
import { liveSignIn, readSession } from "./sign-in-session.ts";

const DAY_SECONDS = 24 * 3600;

/**
 * Sign-in by e-mail, password and second factor. The cookie names the user, the sign-in and its epoch, and nothing else; whether
 * it still opens anything is asked of the database each time.
 */
export const authOptions: AuthOptions = {
  session: { strategy: "jwt", maxAge: env().signIn.maxDays * DAY_SECONDS },
  pages: { signIn: "/sign-in" },
  providers: [
    Credentials({
      credentials: { email: { type: "email" }, password: { type: "password" }, code: { type: "text" } },
      authorize: tellingFaults(async (credentials, { headers = {} }) => {
        const { email = "", password = "", code = "" } = credentials ?? {};
        const place = {
          address: String(headers[CLIENT_ADDRESS_HEADER] ?? "unknown"),
          device: deviceOf(headers["user-agent"]),
          cookies: String(headers.cookie ?? ""),
        };
        const outcome = await signIn({ email, password, code }, place);
        if (outcome.kind === "wrong") return null; // the same answer for an unknown user and a wrong password
        if (outcome.kind === "wait") throw new Error(`${TOO_MANY_ATTEMPTS}${outcome.seconds}`);
        if (outcome.kind === "code_needed") throw new Error(CODE_NEEDED);
        if (outcome.kind === "code_wrong") throw new Error(CODE_WRONG);
        (await cookies()).set(outcome.cookie);
        const { userId: id, signInEpoch, signInId } = outcome;
        return { id, signInEpoch, signInId };
      }),
    }),
  ],
  callbacks: {
    redirect: ({ url, baseUrl }) => ownAddress(url, baseUrl),
    jwt: ({ token, user }) => (user ? { sub: user.id, signInEpoch: user.signInEpoch, signInId: user.signInId } : token),
    session: tellingFaults(({ token }) => readSession(token)),
  },
  events: {
    signOut: tellingFaults(async ({ token }) => {
      const live = token ? await liveSignIn(token) : null; // none: the cookie was over already
      if (!live) return;
      const { id, organizationId, signInId } = live.account;
      await endOwnSignIn({ kind: "user", id, organizationId }, signInId, "user.signed_out");
    }),
  },
};
