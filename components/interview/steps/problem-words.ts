import type { Problem } from "@/lib/client/room/room-state.ts";

/** What went wrong, for the candidate to read. */
export const problemWords = ({ message }: Problem): string => message ?? "Something went wrong.";
