import type { InterviewApi } from "./interview-api.ts";

/** An interview that can be taken. */
export type Scheduled = { candidateId: number; token: string };

/** Whose interview it is when none is named: nobody's, and the same at every run. */
export const TEST_CANDIDATE = { name: "Smoke Test", email: "smoke-test@example.com" };

/** What is done with the interview that was provided; what it made for itself is taken away afterwards. */
export type Take<T> = (api: InterviewApi, scheduled: Scheduled) => Promise<T>;
