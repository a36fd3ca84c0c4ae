import recorded from "./examples.json" with { type: "json" };

/** What an operation is sent and answers. */
export type Example = { body?: unknown; answer?: unknown };

/**
 * Examples by the operation's name. They are what the contract test of the document sends and gets, with ids and times made
 * steady, and it fails when they have gone stale; it writes them anew with UPDATE_EXAMPLES=1.
 */
export const EXAMPLES: Readonly<Record<string, Example>> = recorded;
