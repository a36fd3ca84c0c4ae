import * as operations from "@/lib/contract/operations/documentation.ts";
import { env } from "@/lib/env.ts";
import { otherMethods } from "@/lib/http/other-methods.ts";
import { respond } from "@/lib/http/respond.ts";
import { route } from "@/lib/http/route.ts";
import { openApiDocument } from "@/lib/openapi/document.ts";

export const { HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");

/** Made once: it takes longer than many a request that is asked by nobody in particular should. */
let made: object | undefined;

/** The document itself, without the envelope of other answers: tools expect it so. */
export const GET = route(operations.getOpenApi, async () => {
  made ??= openApiDocument(env().publicUrl);
  return respond(made);
});
