import { NetworkError } from "../fetch-json.ts";
import { type Backoff, isPassing, PATIENT } from "../retry.ts";
import { PersistentRequests } from "../upload/persistent-requests.ts";

/** A server that answers but fails is asked this often; one that cannot be reached is asked for ever. */
const MAX_SERVER_FAILURES = 6;

/**
 * Requests that somebody waits for. Each is safe to repeat: the server knows a repeated one by its `client_key`, or does the
 * same thing once.
 */
export class AwaitedRequests {
  readonly #onStruggling: (struggling: boolean) => void;
  readonly #backoff: Backoff;
  #requests: PersistentRequests;

  /** @param onStruggling an attempt has failed and another one follows; or one is over */
  constructor(onStruggling: (struggling: boolean) => void, backoff: Backoff = PATIENT) {
    this.#onStruggling = onStruggling;
    this.#backoff = backoff;
    this.#requests = this.#fresh();
  }

  /** @throws ClientError when the server refuses it, or has failed six times */
  async untilAnswered<T>(attempt: () => Promise<T>): Promise<T> {
    try {
      return await this.#requests.untilAccepted(attempt);
    } finally {
      this.#onStruggling(false);
    }
  }

  /** Tries again at once: the network came back. */
  wake(): void {
    this.#requests.wake();
  }

  /** Ends what is under way, for a page that goes away. What is asked for after that is asked anew. */
  close(): void {
    this.#requests.close();
    this.#requests = this.#fresh();
  }

  #fresh(): PersistentRequests {
    return new PersistentRequests(this.#backoff, {
      onFailure: () => this.#onStruggling(true),
      isOver: (error, failures) =>
        !(error instanceof NetworkError || (isPassing(error) && failures < MAX_SERVER_FAILURES)),
    });
  }
}
