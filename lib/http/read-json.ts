import { MAX_JSON_BYTES } from "../contract/operation.ts";
import { AppError } from "../errors.ts";
import type { FieldIssue } from "../words/field-words.ts";

const MAX_DEPTH = 32;

/**
 * Reads a JSON body, counting while it streams.
 * @throws AppError `body_too_large`, `not_json`, or `invalid_fields` for values that no field may hold
 */
export async function readJson(request: Request, maxBytes: number = MAX_JSON_BYTES): Promise<unknown> {
  const body = await readText(request, maxBytes);
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    throw new AppError("not_json");
  }
  const issues = unstorable(value);
  if (issues.length > 0) throw new AppError("invalid_fields", { issues });
  return value;
}

async function readText(request: Request, maxBytes: number): Promise<string> {
  const tooLarge = new AppError("body_too_large", { params: { bytes: maxBytes } });
  if (Number(request.headers.get("content-length") ?? 0) > maxBytes) throw tooLarge;
  if (!request.body) return "";
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body) {
    length += chunk.byteLength;
    if (length > maxBytes) throw tooLarge;
    chunks.push(chunk);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw new AppError("not_json:utf8");
  }
}

/**
 * What parses as JSON but cannot be stored or is up to no good, wherever it stands: NUL and lone surrogates (PostgreSQL
 * refuses both), `__proto__` keys, nesting beyond reason. Walks without recursion, because the depth is the client's.
 */
function unstorable(root: unknown): FieldIssue[] {
  const issues: FieldIssue[] = [];
  const todo: { value: unknown; path: string; depth: number }[] = [{ value: root, path: "", depth: 0 }];
  for (let item = todo.pop(); item && issues.length < 50; item = todo.pop()) {
    const { value, path, depth } = item;
    if (typeof value === "string" && !isStorableText(value)) {
      issues.push({ path, key: "no_nul" });
    }
    if (typeof value !== "object" || value === null) continue;
    if (depth >= MAX_DEPTH) {
      issues.push({ path, key: "not_deeper", params: { levels: MAX_DEPTH } });
      continue;
    }
    for (const [key, inner] of Object.entries(value)) {
      const at = path === "" ? key : `${path}.${key}`;
      if (key === "__proto__" || !isStorableText(key)) issues.push({ path: path || "body", key: "key_not_allowed" });
      else todo.push({ value: inner, path: at, depth: depth + 1 });
    }
  }
  return issues;
}

function isStorableText(text: string): boolean {
  return !text.includes("\0") && text.isWellFormed();
}
