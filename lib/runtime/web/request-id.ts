import { randomUUID } from "node:crypto";

const SANE = /^[A-Za-z0-9._-]{1,64}$/;

/** The id that a client or proxy gave the request when it is fit for a log, else a new one. */
export function requestIdFor(given: string | string[] | undefined): string {
  return typeof given === "string" && SANE.test(given) ? given : randomUUID();
}
