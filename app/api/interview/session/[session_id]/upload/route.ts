import * as operations from "@/lib/contract/operations/upload.ts";
import { otherMethods } from "@/lib/http/other-methods.ts";
import { route } from "@/lib/http/route.ts";
import { presentUpload } from "@/lib/present/documented/upload.ts";
import { getUpload } from "@/lib/recording/get-upload.ts";

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");

export const GET = route(operations.getUpload, async ({ params }) => presentUpload(await getUpload(params.session_id)));
