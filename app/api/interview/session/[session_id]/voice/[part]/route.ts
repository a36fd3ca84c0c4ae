import * as operations from "@/lib/contract/operations/voice.ts";
import { otherMethods } from "@/lib/http/other-methods.ts";
import { route } from "@/lib/http/route.ts";
import { serveMedia } from "@/lib/http/serve-media.ts";
import { getVoice } from "@/lib/sitting/get-voice.ts";

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET", "HEAD");

export const GET = route(operations.getVoice, async ({ params, request }) => {
  const voice = await getVoice(params.session_id, params.part);
  return serveMedia(request, { ...voice, fileName: "voice", download: false });
});

export const HEAD = GET;
