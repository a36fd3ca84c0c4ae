import { AppError } from "../errors.ts";
import { preflight } from "./cors.ts";
import { respondError } from "./respond.ts";
import type { Handler } from "./route.ts";

/** Handlers for the methods a route does not have: 405 in the envelope, naming those it has; and for what browsers ask before. */
export function otherMethods(
  ...allowed: string[]
): Record<"GET" | "HEAD" | "POST" | "PUT" | "PATCH" | "DELETE" | "OPTIONS", Handler> {
  const refuse: Handler = async (request) => {
    const response = respondError(
      new AppError("method_not_allowed", { params: { methods: allowed.join(" and ") } }),
      request,
    );
    response.headers.set("allow", allowed.join(", "));
    return response;
  };
  return {
    GET: refuse,
    HEAD: refuse,
    POST: refuse,
    PUT: refuse,
    PATCH: refuse,
    DELETE: refuse,
    OPTIONS: answerPreflight(allowed),
  };
}

function answerPreflight(allowed: readonly string[]): Handler {
  return (request) => preflight(request, allowed).catch((error) => respondError(error, request));
}
