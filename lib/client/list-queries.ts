import { queryOptions } from "@tanstack/react-query";
import { ListVersionAnswer } from "../contract/interview-list.ts";
import { fetchJson } from "./fetch-json.ts";

const WAIT_MS = 15_000;
/** While something on the page is being worked on. */
const SHORT_WAIT_MS = 4_000;
/** After a refusal or without a network. */
const RETRY_MS = 60_000;

/**
 * Which version of a page of the list is the present one, asked again and again while it is visible.
 * @param address of the page, such as `/dashboard?state=to_review`
 */
export const listVersionQuery = (address: string, isUnderWay: boolean) =>
  queryOptions({
    queryKey: ["interviews", "version", address],
    queryFn: ({ signal }) => {
      const [, query] = address.split("?");
      return fetchJson(ListVersionAnswer, `/api/interviews/version${query ? `?${query}` : ""}`, { signal });
    },
    refetchInterval: ({ state }) => (state.status === "error" ? RETRY_MS : isUnderWay ? SHORT_WAIT_MS : WAIT_MS),
    refetchOnMount: "always",
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });
