import type { Instrumentation } from "next";
import { notePageError } from "./lib/health/page-faults.ts";

/** Next tells here what went wrong while it drew a page, before it answers. */
export const onRequestError: Instrumentation.onRequestError = (error, { headers }) => {
  const requestId = headers["x-request-id"];
  if (typeof requestId === "string") notePageError(requestId, error);
};
