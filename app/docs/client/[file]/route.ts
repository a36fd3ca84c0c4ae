import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { notFound } from "next/navigation";

const FOLDER = join(process.cwd(), "lib/client/published");
const FILES = ["talentflow.ts", "schema.ts"];

/** The TypeScript client, to save. */
export async function GET(_: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> {
  const { file } = await params;
  if (!FILES.includes(file)) notFound();
  const headers = {
    "content-type": "text/plain; charset=utf-8",
    "content-disposition": `attachment; filename="${file}"`,
  };
  return new Response(await readFile(join(FOLDER, file), "utf8"), { headers });
}
