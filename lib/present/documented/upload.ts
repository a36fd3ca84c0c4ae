import type { UploadAnswer } from "../../contract/upload.ts";
import type { getUpload } from "../../recording/get-upload.ts";

export function presentUpload({
  sessionId,
  status,
  acceptsParts,
  segments,
}: Awaited<ReturnType<typeof getUpload>>): UploadAnswer {
  return {
    success: true,
    session_id: sessionId,
    status,
    accepts_parts: acceptsParts,
    segments: segments.map((segment) => ({
      segment: segment.index,
      client_key: segment.clientKey,
      mime_type: segment.mimeType,
      acked_through: segment.ackedThrough,
      missing: segment.missing,
      received_bytes: segment.receivedBytes,
      closed_parts: segment.closedParts,
    })),
  };
}
