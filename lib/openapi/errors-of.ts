import { ERRORS, type ErrorCode } from "../contract/error-codes.ts";
import type { Operation } from "../contract/operation.ts";
import { ACCESS, type AccessRule } from "../domain/access.ts";

/** Every code an operation can answer with, by status: its own and those of its kind. */
export function errorsOf(operation: Operation): Map<number, ErrorCode[]> {
  const codes = new Set<ErrorCode>([...ofItsKind(operation), ...(operation.errors ?? [])]);
  if (codes.has("deletion_requested")) codes.add("erased"); // one guard says both
  const byStatus = new Map<number, ErrorCode[]>();
  for (const code of Object.keys(ERRORS) as ErrorCode[]) {
    if (!codes.has(code)) continue;
    const { status } = ERRORS[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return byStatus;
}

function ofItsKind({ access, limit, method, body, query, path, tag }: Operation): ErrorCode[] {
  const rule: AccessRule = ACCESS[access];
  const codes: ErrorCode[] = ["malformed_request", "internal"];
  if (!rule.open) codes.push("unauthenticated", "forbidden", "second_factor_required");
  if (limit !== null) codes.push("too_many_requests");
  if (method !== "GET") codes.push("storage_full");
  if (method !== "GET" && access === "candidate") codes.push("session_limit_reached");
  if (method === "POST") codes.push("invalid_idempotency_key", "idempotency_conflict", "idempotency_in_progress");
  if (body) codes.push("not_json", "body_too_large", "invalid_fields");
  if (query || path.includes("{")) codes.push("invalid_fields");
  if (tag !== "Health") codes.push("unavailable");
  return codes;
}
