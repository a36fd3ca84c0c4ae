import { createHash } from "node:crypto";
import { strFromU8, unzipSync } from "fflate";
import type { Visitor } from "./visitors.ts";

/** What came back, with a file as its fingerprint and a table as its lines. */
export type Reading = { status: number; headers: Record<string, string>; body: unknown };

const TOLD = ["content-type", "content-disposition", "content-range", "etag", "x-interviews-left-out"];

/** Asks for what stands at this address, where a redirect leads too. A list is read to its end, page by page. */
export async function read(baseUrl: string, address: string, { headers }: Visitor): Promise<Reading> {
  const first = await get(baseUrl, address, headers);
  for (let page = first.body; isPage(page); ) {
    const { searchParams: wanted, pathname } = new URL(address, baseUrl);
    wanted.set("cursor", page.next_cursor);
    const next = (await get(baseUrl, `${pathname}?${wanted}`, headers)).body as Page;
    (first.body as Page).data.push(...next.data);
    (first.body as Page).next_cursor = next.next_cursor;
    page = next;
  }
  return first;
}

type Page = { data: unknown[]; next_cursor: string | null };

function isPage(body: unknown): body is Page & { next_cursor: string } {
  return typeof body === "object" && body !== null && "next_cursor" in body && body.next_cursor !== null;
}

async function get(baseUrl: string, address: string, headers: Record<string, string>): Promise<Reading> {
  const response = await fetch(new URL(address, baseUrl), { headers });
  const told = TOLD.flatMap((name) => {
    const value = response.headers.get(name);
    return value === null ? [] : [[name, value]];
  });
  const bytes = new Uint8Array(await response.arrayBuffer());
  return { status: response.status, headers: Object.fromEntries(told), body: understood(response, bytes) };
}

function understood(response: Response, bytes: Uint8Array): unknown {
  const type = response.headers.get("content-type")?.split(";", 1)[0] ?? "";
  const text = () => new TextDecoder().decode(bytes);
  if (type === "application/json") return JSON.parse(text());
  if (type === "application/jsonl")
    return text()
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line));
  if (type.startsWith("text/")) return text().split(/\r?\n/);
  if (type.endsWith(".sheet")) return sheetsOf(bytes);
  return { bytes: bytes.byteLength, sha256: createHash("sha256").update(bytes).digest("hex") };
}

/** Of a workbook what its sheets say: the rest of the file tells when it was written. */
function sheetsOf(workbook: Uint8Array): Record<string, string> {
  const files = Object.entries(unzipSync(workbook)).filter(([name]) => /worksheets\/|sharedStrings/.test(name));
  return Object.fromEntries(files.map(([name, content]) => [name, strFromU8(content)]));
}
