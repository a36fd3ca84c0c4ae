import type { AuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { checkPassword } from "../access/check-password.ts";
import { noteSignIn } from "../access/note-sign-in.ts";
import { TOO_MANY_ATTEMPTS } from "../contract/sign-in.ts";
import { CLIENT_ADDRESS_HEADER } from "../http/respond.ts";
import { readSession } from "./sign-in-session.ts";
import { admitSignIn, forgiveSignIn } from "./sign-in-throttle.ts";

const DAY_SECONDS = 24 * 3600;

/** Sign-in by e-mail and password. The cookie names the user and the epoch of the sign-in, and nothing else. */
export const authOptions: AuthOptions = {
  session: { strategy: "jwt", maxAge: 7 * DAY_SECONDS },
  pages: { signIn: "/sign-in" },
  providers: [
    Credentials({
      credentials: { email: { type: "email" }, password: { type: "password" } },
      async authorize(credentials, request) {
        const { email = "", password = "" } = credentials ?? {};
        const address = String(request.headers?.[CLIENT_ADDRESS_HEADER] ?? "unknown");
        const wait = await admitSignIn(email, address);
        if (wait > 0) throw new Error(`${TOO_MANY_ATTEMPTS}${wait}`);
        const proven = await checkPassword(email, password);
        if (!proven) return null; // the same answer for an unknown user and a wrong password
        await forgiveSignIn(email, address);
        const { user, signInEpoch } = proven;
        await noteSignIn(user);
        return { id: user.id, signInEpoch };
      },
    }),
  ],
  callbacks: {
    jwt: ({ token, user }) => (user ? { sub: user.id, signInEpoch: user.signInEpoch } : token),
    session: ({ session, token }) => readSession(token, session),
  },
};
