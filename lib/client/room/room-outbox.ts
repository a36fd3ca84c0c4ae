import { NOTHING_TO_TELL, Outbox, type OutboxState } from "../outbox/outbox.ts";
import type { OutboxEntry } from "../outbox/outbox-entry.ts";
import { DiskOutboxStore, discardKept } from "../outbox/outbox-store.ts";
import { tellServer } from "../outbox/tell-server.ts";
import { Observed } from "./observed.ts";

type Options = Parameters<typeof tellServer>[1] & {
  /** The server will not take what comes next, whoever waits for it. */
  onRefused: (error: Error) => void;
};

/** What this page's session has to tell the server, for as long as the page is open; before the session is known, nothing. */
export class RoomOutbox {
  readonly #observed = new Observed<OutboxState>(NOTHING_TO_TELL);
  readonly #options: Options;
  #running: { outbox: Outbox; sessionId: string } | null = null;

  constructor(options: Options) {
    this.#options = options;
  }

  getState = this.#observed.getState;
  subscribe = this.#observed.subscribe;

  /** @returns how to end it: for a page that goes away */
  open(): () => void {
    const wake = () => this.wake();
    window.addEventListener("online", wake);
    return () => {
      window.removeEventListener("online", wake);
      this.#running?.outbox.close();
      this.#running = null;
    };
  }

  /** Takes up what an earlier page of this browser has left. */
  async begin(sessionId: string): Promise<void> {
    this.#running ??= { sessionId, outbox: this.#outboxOf(sessionId) };
    await this.#running.outbox.restore();
  }

  /** Resolves when it is kept. */
  async add(entry: OutboxEntry): Promise<void> {
    await this.#running?.outbox.add(entry);
  }

  /** Resolves when the server knows everything. @throws ClientError when it refuses something for good */
  async settled(): Promise<void> {
    await this.#running?.outbox.settled();
  }

  /** Asks the server, once it knows everything. @throws ClientError */
  async ask<T>(attempt: () => Promise<T>): Promise<T> {
    if (!this.#running) throw new Error("There is no session to ask for.");
    return this.#running.outbox.ask(attempt);
  }

  wake(): void {
    this.#running?.outbox.wake();
  }

  async leaveOut(): Promise<void> {
    await this.#running?.outbox.leaveOut();
  }

  /** The interview is over: what the server has not taken, it never will. The state goes on saying what that was. */
  async discard(): Promise<void> {
    const { outbox, sessionId } = this.#running ?? {};
    outbox?.close();
    // A browser that keeps nothing has nothing to forget.
    if (sessionId) await discardKept(sessionId).catch(() => undefined);
  }

  #outboxOf(sessionId: string): Outbox {
    const outbox = new Outbox({ store: new DiskOutboxStore(sessionId), send: tellServer(sessionId, this.#options) });
    outbox.subscribe(() => {
      const before = this.getState().refused;
      const { refused } = outbox.getState();
      this.#observed.set(outbox.getState());
      if (refused && refused !== before) this.#options.onRefused(refused);
    });
    return outbox;
  }
}
