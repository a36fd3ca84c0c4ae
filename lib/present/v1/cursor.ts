import { parseCandidateId, parseUuid } from "../../domain/ids.ts";
import { formatListPosition, type ListPosition, parseListPosition } from "../../domain/list-position.ts";
import { AppError } from "../../errors.ts";

/**
 * @param cursor as `next_cursor` gave it; undefined: the list begins at its newest
 * @throws AppError `invalid_fields` for anything that no list of UUIDs has given
 */
export function readCursor(cursor: string | undefined): ListPosition | null {
  return parse(cursor, parseUuid);
}

/** The same for lists of candidates, whose ids are integers. */
export function readCandidateCursor(cursor: string | undefined): ListPosition<number> | null {
  return parse(cursor, parseCandidateId);
}

/** The same for lists whose ids count up without an end in sight. */
export function readEventCursor(cursor: string | undefined): ListPosition<bigint> | null {
  return parse(cursor, (id) => (/^\d{1,18}$/.test(id) ? BigInt(id) : null));
}

/**
 * For what stands in an order of its own: the position that a page begins behind.
 * @returns 0 without a cursor: the list begins at its first
 */
export function readPositionCursor(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  const position = decode(cursor);
  if (!/^\d{1,9}$/.test(position)) throw noSuchCursor();
  return Number(position);
}

export function positionCursor(position: number): string {
  return encode(String(position));
}

/**
 * One page as the wire has it.
 * @param rows newest first, asked for with `limit + 1`: the one too many tells whether there is another page
 */
export function listPage<Row extends ListPosition<string | number>, Item>(
  rows: readonly Row[],
  limit: number,
  present: (row: Row) => Item,
): { data: Item[]; next_cursor: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    data: shown.map(present),
    next_cursor: last && rows.length > limit ? encode(formatListPosition(last)) : null,
  };
}

function parse<Id>(cursor: string | undefined, parseId: (text: string) => Id | null): ListPosition<Id> | null {
  if (cursor === undefined) return null;
  const position = parseListPosition(decode(cursor), parseId);
  if (!position) throw noSuchCursor();
  return position;
}

/** To whoever follows it a cursor is a word without a meaning. */
function encode(text: string): string {
  return Buffer.from(text).toString("base64url");
}

function decode(cursor: string): string {
  return Buffer.from(cursor, "base64url").toString("utf8");
}

function noSuchCursor(): AppError {
  return new AppError("invalid_fields", { issues: [{ path: "cursor", key: "given_cursor" }] });
}
