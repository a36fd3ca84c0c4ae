import { ClientError, NetworkError } from "../fetch-json.ts";
import { claimSession, letGoOfSession } from "../interview-api.ts";
import { leavePageKey, pageKey } from "./page-key.ts";

/** A sign of life; the server takes a page that is silent for three of them for gone. */
const RENEW_EVERY_MS = 5_000;

type Events = {
  /** Another page has taken the session over: nothing may be recorded here any more. */
  onLost(): void;
  /** The server answered. */
  onAnswer(): void;
};

/** The session is open in another window, and nobody said that this one should take it over. */
export class SessionElsewhere extends Error {
  override readonly name = "SessionElsewhere";
}

/** This page's right to record a session: taken once, then renewed until another page takes it or this one lets go. */
export class SessionClaim {
  /** Counts the pages that have recorded this session. */
  readonly epoch: number;
  readonly #sessionId: string;
  readonly #events: Events;
  readonly #uploadRate: () => number | null;
  readonly #closing = new AbortController();
  #rttMs: number | null = null;

  private constructor(
    { sessionId, clientKey, epoch }: { sessionId: string; clientKey: string; epoch: number },
    events: Events,
    uploadRate: () => number | null,
  ) {
    this.#sessionId = sessionId;
    this.epoch = epoch;
    this.#events = events;
    this.#uploadRate = uploadRate;
    const { signal } = this.#closing;
    const timer = setInterval(() => void this.#renew(), RENEW_EVERY_MS);
    signal.addEventListener("abort", () => clearInterval(timer));
    // Whoever opens the link next, on whatever device, is not told of a window that is gone. A page that comes back from
    // the browser's cache renews its claim.
    window.addEventListener("pagehide", () => letGoOfSession(sessionId, clientKey), { signal });
  }

  /**
   * @param uploadRate bytes per second that go up lately
   * @throws SessionElsewhere when another page has the session and `takeOver` is false
   * @throws ClientError, NetworkError
   */
  static async take(
    sessionId: string,
    takeOver: boolean,
    events: Events,
    uploadRate: () => number | null,
  ): Promise<SessionClaim> {
    try {
      const clientKey = await pageKey();
      const { epoch } = await claimSession(sessionId, { client_key: clientKey, take_over: takeOver });
      leavePageKey(clientKey);
      return new SessionClaim({ sessionId, clientKey, epoch }, events, uploadRate);
    } catch (error) {
      if (isElsewhere(error)) throw new SessionElsewhere(error.message);
      throw error;
    }
  }

  /** Says nothing any more; the server lets go after a while. */
  close(): void {
    this.#closing.abort();
  }

  async #renew(): Promise<void> {
    const { signal } = this.#closing;
    const network = { rtt_ms: this.#rttMs, upload_bps: this.#uploadRate() };
    const askedAt = performance.now();
    try {
      await claimSession(this.#sessionId, { client_key: await pageKey(), network }, signal);
      this.#rttMs = Math.round(performance.now() - askedAt);
    } catch (error) {
      if (signal.aborted || error instanceof NetworkError) return; // the next sign may get through
      if (isElsewhere(error)) {
        this.close();
        this.#events.onLost();
      }
    }
    if (!signal.aborted) this.#events.onAnswer();
  }
}

/** To begin with it is in use; to a page that had it before, it is taken over. */
function isElsewhere(error: unknown): error is ClientError {
  return error instanceof ClientError && (error.code === "session_in_use" || error.code === "session_taken_over");
}
