import { anyone } from "@/lib/auth/guards.ts";
import { presentUpload } from "@/lib/http/present-upload.ts";
import { otherMethods, route } from "@/lib/http/route.ts";
import { getUpload } from "@/lib/recording/get-upload.ts";

export const { POST, PUT, PATCH, DELETE } = otherMethods("GET");

export const GET = route({ auth: anyone }, async ({ params }) =>
  presentUpload(await getUpload(params.session_id ?? "")),
);
