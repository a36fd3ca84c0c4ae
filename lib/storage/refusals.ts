import { AppError } from "../errors.ts";
import type { AnnouncedPart } from "./storage.ts";

/* What every adapter refuses, in the same words. */

const FULL_RETRY_SECONDS = 30;
const UNAVAILABLE_RETRY_SECONDS = 5;

export const storageFull = () =>
  new AppError("storage_full", "The server's disk is nearly full. Nothing is lost: please try again shortly.", {
    retryAfterSeconds: FULL_RETRY_SECONDS,
  });

export const storageUnavailable = () =>
  new AppError(
    "unavailable",
    "Recordings cannot be stored or read just now. Nothing is lost: please try again shortly.",
    {
      retryAfterSeconds: UNAVAILABLE_RETRY_SECONDS,
    },
  );

export const tooLarge = ({ maxBytes }: Pick<AnnouncedPart, "maxBytes">) =>
  new AppError("body_too_large", `A part may have at most ${maxBytes} bytes.`);

export const mismatch = (what: string) =>
  new AppError("part_mismatch", `The part arrived as ${what}. Nothing was stored: please send it again.`);

export const notFound = () => new AppError("not_found", "There is no such file.");
