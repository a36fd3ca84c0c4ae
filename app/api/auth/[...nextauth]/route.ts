import NextAuth from "next-auth";
import { authOptions } from "@/lib/auth/options.ts";
import { tellWait, withoutProlonging } from "@/lib/auth/sign-in-answers.ts";

type Context = { params: Promise<{ nextauth: string[] }> };

const handler: (request: Request, context: Context) => Promise<Response> = NextAuth(authOptions);

export async function GET(request: Request, context: Context): Promise<Response> {
  const response = await handler(request, context);
  const { nextauth } = await context.params;
  return nextauth[0] === "session" ? withoutProlonging(response) : response;
}

export async function POST(request: Request, context: Context): Promise<Response> {
  const response = await handler(request, context);
  const { nextauth } = await context.params;
  return nextauth[0] === "session" ? withoutProlonging(response) : tellWait(response);
}
