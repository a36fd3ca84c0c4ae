import type { z } from "zod";
import { AppError } from "../errors.ts";
import { parseFields } from "../parse-fields.ts";
import { readJson } from "./read-json.ts";
import { respond, respondError } from "./respond.ts";

/** Proves who is asking, or throws `unauthenticated`, `forbidden`. */
export type Guard<Actor> = (request: Request) => Promise<Actor>;

type Context<Actor, Body, Query> = {
  actor: Actor;
  body: Body;
  query: Query;
  params: Record<string, string>;
  request: Request;
};

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;

/**
 * The one wrapper around every API route, in one order: who → shape → verb → answer. Errors leave through
 * `respondError`. A handler that returns a Response answers by itself; an object becomes JSON. Raw uploads omit `body`
 * and stream `request.body`.
 */
export function route<Actor, Body = undefined, Query = undefined>(
  options: { auth: Guard<Actor>; body?: z.ZodType<Body>; query?: z.ZodType<Query> },
  handle: (context: Context<Actor, Body, Query>) => Promise<object>,
): Handler {
  return async (request, { params }) => {
    try {
      const actor = await options.auth(request);
      const query = options.query ? parseFields(options.query, queryOf(request)) : (undefined as Query);
      const body = options.body ? parseFields(options.body, await readJson(request)) : (undefined as Body);
      const answer = await handle({ actor, body, query, params: await params, request });
      return answer instanceof Response ? answer : respond(answer);
    } catch (error) {
      return respondError(error, request);
    }
  };
}

/** Handlers for the methods a route does not have: 405 in the envelope, naming those it has. */
export function otherMethods(
  ...allowed: string[]
): Record<"GET" | "HEAD" | "POST" | "PUT" | "PATCH" | "DELETE", Handler> {
  const refuse: Handler = async (request) => {
    const response = respondError(
      new AppError("method_not_allowed", `This address takes ${allowed.join(" and ")} only.`),
      request,
    );
    response.headers.set("allow", allowed.join(", "));
    return response;
  };
  return { GET: refuse, HEAD: refuse, POST: refuse, PUT: refuse, PATCH: refuse, DELETE: refuse };
}

function queryOf(request: Request): Record<string, string> {
  return Object.fromEntries(new URL(request.url).searchParams);
}
