import { z } from "zod";
import { operation } from "../operation.ts";

export const getOpenApi = operation({
  id: "getOpenApi",
  method: "GET",
  path: "/api/openapi.json",
  tag: "Health",
  summary: "Get this document",
  access: "public",
  limit: "read",
  answer: z.looseObject({ openapi: z.string() }),
  documented: true,
});
