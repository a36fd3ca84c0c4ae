import { noteSeen } from "@/lib/audit/note-seen.ts";
import * as operations from "@/lib/contract/operations/interview.ts";
import { otherMethods } from "@/lib/http/other-methods.ts";
import { route } from "@/lib/http/route.ts";
import { serveMedia } from "@/lib/http/serve-media.ts";
import { getMedia } from "@/lib/recording/get-media.ts";
import { getMp4 } from "@/lib/recording/get-mp4.ts";
import { downloadName } from "@/lib/recording/media/file-name.ts";

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET", "HEAD");

export const GET = route(operations.getRecordingMedia, async ({ actor, params, query, request }) => {
  const published = await getMedia(actor, params.candidate_id, query.session_id, query.file);
  const seeing = query.download === "1" ? "recording.downloaded" : "recording.viewed";
  if (request.method !== "HEAD") await noteSeen(actor, seeing, published.interviewId);
  const media = query.format === "mp4" ? await getMp4(published, request.signal) : published;
  const fileName = downloadName(media.candidateName, media.recordedAt, media.format);
  return serveMedia(request, { ...media, fileName, download: query.download === "1" });
});

export const HEAD = GET;
