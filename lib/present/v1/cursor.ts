import { isUuid, parseCandidateId } from "../../domain/ids.ts";
import { AppError } from "../../errors.ts";

/** A place in a list that is newest first over (created_at, id). What lies beyond it is found by the index. */
export type Place<Id = string> = { createdAt: Date; id: Id };

/**
 * @param cursor as `next_cursor` gave it; undefined: the list begins at its newest
 * @throws AppError `invalid_fields` for anything that no list of UUIDs has given
 */
export function readCursor(cursor: string | undefined): Place | null {
  return parse(cursor, (id) => (isUuid(id) ? id : null));
}

/** The same for lists of candidates, whose ids are integers. */
export function readCandidateCursor(cursor: string | undefined): Place<number> | null {
  return parse(cursor, parseCandidateId);
}

/** The same for lists whose ids count up without an end in sight. */
export function readEventCursor(cursor: string | undefined): Place<bigint> | null {
  return parse(cursor, (id) => (/^\d{1,18}$/.test(id) ? BigInt(id) : null));
}

/**
 * For what stands in an order of its own: the position that a page begins behind.
 * @returns 0 without a cursor: the list begins at its first
 */
export function readPositionCursor(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  const position = Buffer.from(cursor, "base64url").toString("utf8");
  if (!/^\d{1,9}$/.test(position)) throw noSuchCursor();
  return Number(position);
}

export function positionCursor(position: number): string {
  return Buffer.from(String(position)).toString("base64url");
}

/**
 * One page as the wire has it.
 * @param rows newest first, asked for with `limit + 1`: the one too many tells whether there is another page
 */
export function listPage<Row extends { createdAt: Date; id: string | number }, Item>(
  rows: readonly Row[],
  limit: number,
  present: (row: Row) => Item,
): { data: Item[]; next_cursor: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    data: shown.map(present),
    next_cursor: last && rows.length > limit ? format(last) : null,
  };
}

function format({ createdAt, id }: { createdAt: Date; id: string | number }): string {
  return Buffer.from(`${createdAt.getTime()}_${id}`).toString("base64url");
}

function parse<Id>(cursor: string | undefined, parseId: (text: string) => Id | null): Place<Id> | null {
  if (cursor === undefined) return null;
  const [millis = "", text = ""] = Buffer.from(cursor, "base64url").toString("utf8").split("_");
  const id = parseId(text);
  if (!/^\d{1,14}$/.test(millis) || id === null) throw noSuchCursor();
  return { createdAt: new Date(Number(millis)), id };
}

function noSuchCursor(): AppError {
  const issues = [{ path: "cursor", message: "is none that a list has given" }];
  return new AppError("invalid_fields", "Some fields are not valid.", { issues });
}
