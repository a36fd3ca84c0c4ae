import NextAuth from "next-auth";
import { authOptions } from "@/lib/auth/options.ts";
import { tellWait, withoutProlonging } from "@/lib/auth/sign-in-answers.ts";
import { withSignInFaults } from "@/lib/auth/sign-in-faults.ts";
import { respondError } from "@/lib/http/respond.ts";

type Context = { params: Promise<{ nextauth: string[] }> };

const ask: (request: Request, context: Context) => Promise<Response> = NextAuth(authOptions);

/** Signing in and out, by next-auth; a database that is away is told as everywhere else. */
async function answer(request: Request, context: Context): Promise<Response> {
  try {
    const response = await withSignInFaults(() => ask(request, context));
    const { nextauth } = await context.params;
    if (nextauth[0] === "session") return withoutProlonging(response);
    return request.method === "POST" ? tellWait(response) : response;
  } catch (error) {
    return respondError(error, request);
  }
}

export { answer as GET, answer as POST };
