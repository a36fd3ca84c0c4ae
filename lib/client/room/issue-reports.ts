import type { AddIssueBody } from "../../contract/interview.ts";
import { type Happened, keyOf } from "../../words/happened.ts";
import { addIssue } from "../interview-api.ts";
import { AwaitedRequests } from "./awaited-requests.ts";

type MediaMark = NonNullable<AddIssueBody["issue"]["media"]>;

/** Technical issues, told to the server in the background. They wait for a session that they can be told to. */
export class IssueReports {
  readonly #requests = new AwaitedRequests(() => undefined); // nobody waits for them
  #sessionId: string | null = null;
  #untold: Happened[] = [];

  /** @param media where in the recording it was, if anything was recorded */
  tell(issue: Happened, media: MediaMark | null = null): void {
    const session_id = this.#sessionId;
    if (session_id === null) return void this.#untold.push(issue);
    const told = this.#requests.untilAnswered(() => addIssue({ session_id, issue: { ...named(issue), media } }));
    told.catch(() => undefined); // an interview is not held up by what cannot be told
  }

  /** The session has begun: what has waited is told. */
  begin(sessionId: string): void {
    this.#sessionId = sessionId;
    for (const issue of this.#untold.splice(0)) this.tell(issue);
  }

  wake(): void {
    this.#requests.wake();
  }

  close(): void {
    this.#requests.close();
  }
}

/** The recruiter reads it in words of the server's. */
function named({ code, say, params }: Happened): AddIssueBody["issue"] {
  return { code, key: keyOf({ code, say }), params };
}
