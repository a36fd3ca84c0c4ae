import { AppError } from "../errors.ts";

/** Of one request: as much as a text of full length takes in any script, with room around it. */
export const MAX_METADATA_BYTES = 64 * 1024;

/**
 * The fields of a request that its schema does not name. Clients may add what they like; it is kept, not dropped.
 * @param known names that are stored elsewhere
 */
export function extraFields(source: Record<string, unknown>, known: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(source).filter(([key]) => !known.includes(key)));
}

/** How many bytes values take as JSON. */
export function jsonBytes(...values: unknown[]): number {
  return values.reduce<number>((sum, value) => sum + Buffer.byteLength(JSON.stringify(value) ?? ""), 0);
}

/**
 * @param path where the fields stand in the request
 * @returns how many bytes they take
 * @throws AppError `invalid_fields` for more than one request may bring
 */
export function assertMetadataFits(metadata: object, path: string): number {
  const bytes = jsonBytes(metadata);
  if (bytes <= MAX_METADATA_BYTES) return bytes;
  const params = { maximum: MAX_METADATA_BYTES };
  throw new AppError("invalid_fields", { issues: [{ path, key: "bytes_undocumented", params }] });
}
