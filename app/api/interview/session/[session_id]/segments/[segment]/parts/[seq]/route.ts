import * as operations from "@/lib/contract/operations/upload.ts";
import { PartAnnouncement } from "@/lib/contract/upload.ts";
import { otherMethods } from "@/lib/http/other-methods.ts";
import { route } from "@/lib/http/route.ts";
import { parseFields } from "@/lib/parse-fields.ts";
import { acceptPart } from "@/lib/recording/accept-part.ts";

export const { GET, HEAD, POST, PATCH, DELETE, OPTIONS } = otherMethods("PUT");

/** The body is streamed, never held: its announcement stands in the address and in three headers. */
export const PUT = route(operations.putPart, async ({ params, program, request }) => {
  const announced = parseFields(PartAnnouncement, { ...params, ...Object.fromEntries(request.headers) });
  const part = {
    sessionId: params.session_id,
    segmentIndex: announced.segment,
    seq: announced.seq,
    offset: announced["x-part-offset"],
    length: announced["content-length"],
    sha256: announced["x-part-sha256"],
    program,
  };
  const { ackedThrough, missing } = await acceptPart(part, request.body ?? emptyBody());
  return { message: "Part stored", acked_through: ackedThrough, missing };
});

async function* emptyBody(): AsyncGenerator<Uint8Array> {}
