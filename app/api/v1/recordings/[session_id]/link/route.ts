import * as operations from "@/lib/contract/operations/results.ts";
import { otherMethods } from "@/lib/http/other-methods.ts";
import { route } from "@/lib/http/route.ts";
import { getBelonging } from "@/lib/review/read-session.ts";
import { handOutLink } from "@/lib/shares/link-to-recording.ts";

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");

export const GET = route(operations.linkRecording, async ({ actor, params, query }) => {
  const session = await getBelonging(actor, params.session_id);
  const { url, expiresAt } = await handOutLink(actor, session, {
    file: query.file,
    download: query.download === "1",
    expiresInSeconds: query.expires_in_seconds,
  });
  return { url, expires_at: expiresAt.toISOString() };
});
