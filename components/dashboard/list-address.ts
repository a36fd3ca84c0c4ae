import { type AddressParams, listAddressOf, oneOf, words } from "../../lib/client/list-address.ts";
import { LISTED_STATES } from "../../lib/domain/interview-state.ts";

const LIST = listAddressOf("/dashboard", { search: words("q"), state: oneOf("state", LISTED_STATES) });

export const listAddress = LIST.format;
export const parseListAddress = LIST.parse;

/** The filters of the list without the page of it that is shown. */
export type ListFilter = Pick<ReturnType<typeof parseListAddress>, "search" | "state">;

/** A state that an address asks for and that there is not, or null. */
export function unknownState(params: AddressParams): string | null {
  return LIST.misread(params, "state");
}
