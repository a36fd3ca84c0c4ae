/*
 * Headers that pass between the web process and the pages and routes in it. What a client sends under these names never arrives:
 * the web process (lib/runtime/run-web.ts) writes them anew on every request, and takes them off every response.
 */

/** What this request is called in the log; put on every response, too. */
export const REQUEST_ID_HEADER = "x-request-id";
/** The client's address, whatever the client itself put there. */
export const CLIENT_ADDRESS_HEADER = "x-talentflow-client";
/** How long a streamed body is, for the web process to announce. */
export const BODY_LENGTH_HEADER = "x-talentflow-body-length";
/** The path that this request asks for: whoever lays out a page is not told it otherwise. */
export const PAGE_PATH_HEADER = "x-talentflow-path";
