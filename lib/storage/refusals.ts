import { AppError } from "../errors.ts";
import type { AnnouncedPart } from "./storage.ts";

/* What every adapter refuses, in the same words. */

const FULL_RETRY_SECONDS = 30;
const UNAVAILABLE_RETRY_SECONDS = 5;

export const storageFull = () =>
  new AppError("storage_full:files", {
    retryAfterSeconds: FULL_RETRY_SECONDS,
  });

export const storageUnavailable = () =>
  new AppError("unavailable:storage", {
    retryAfterSeconds: UNAVAILABLE_RETRY_SECONDS,
  });

export const tooLarge = ({ maxBytes }: Pick<AnnouncedPart, "maxBytes">) =>
  new AppError("body_too_large:part", { params: { bytes: maxBytes } });

/** @param bytes how many arrived */
export const otherLength = (bytes: number, { length: announced }: Pick<AnnouncedPart, "length">) =>
  bytes > announced
    ? new AppError("part_mismatch:longer", { params: { announced } })
    : new AppError("part_mismatch:shorter", { params: { bytes, announced } });

export const otherHash = () => new AppError("part_mismatch:hash");

export const notFound = () => new AppError("not_found:file");
