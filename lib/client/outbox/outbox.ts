import { requestWords } from "../../words/request-words.ts";
import { answeredWithin } from "../answered-within.ts";
import { NetworkError } from "../fetch-json.ts";
import { type Backoff, PATIENT } from "../retry.ts";
import { PersistentRequests } from "../upload/persistent-requests.ts";
import type { OutboxEntry } from "./outbox-entry.ts";
import type { Kept, OutboxStore } from "./outbox-store.ts";

/** How it stands with what the server is to be told. A new object at every change. */
export type OutboxState = {
  /** Told to nobody yet, and how many answers are among it. */
  pending: number;
  pendingAnswers: number;
  /** What was written in these, for whoever has to bring it some other way. */
  texts: readonly string[];
  /** Why it waits: the server cannot be reached, or it fails. Null while all goes well. */
  trouble: "offline" | "failing" | null;
  /** What waits would be gone with this page: the browser stores nothing. */
  inMemory: boolean;
  /** The server will not take the next one, and says why. It is kept, and tried again when somebody asks for it. */
  refused: Error | null;
  /** What is refused is an answer: the interview can go on without it. */
  canLeaveOut: boolean;
};

export const NOTHING_TO_TELL: OutboxState = {
  pending: 0,
  pendingAnswers: 0,
  texts: [],
  trouble: null,
  inMemory: false,
  refused: null,
  canLeaveOut: false,
};

/**
 * Some browsers' storage does not answer at all, to a write, a read or a removal: nobody waits for it longer. What it keeps
 * after that is told twice, which the server allows.
 */
const STORE_WAIT_MS = 3_000;

type Options = {
  store: OutboxStore;
  /** One attempt. @throws what says whether another one makes sense */
  send: (entry: OutboxEntry) => Promise<void>;
  backoff?: Backoff;
};

/**
 * What happened in the room, kept on this device until the server has it: told one after the other, in order, for as long as
 * it takes.
 */
export class Outbox {
  readonly #store: OutboxStore;
  readonly #send: Options["send"];
  readonly #requests: PersistentRequests;
  readonly #listeners = new Set<() => void>();
  readonly #waiting: Kept[] = [];
  #state = NOTHING_TO_TELL;
  #running = false;
  /** Entries are kept one after the other, in the order in which they were added. */
  #intake: Promise<void> = Promise.resolve();

  constructor({ store, send, backoff = PATIENT }: Options) {
    this.#store = store;
    this.#send = send;
    this.#requests = new PersistentRequests(backoff, {
      onOnline: (online) => this.#update({ trouble: online ? null : "offline" }),
      onFailure: (error) => this.#update({ trouble: error instanceof NetworkError ? "offline" : "failing" }),
      onOver: (error) => (error instanceof Error ? error : new Error(requestWords("not_taken"))),
    });
  }

  getState = (): OutboxState => this.#state;

  /** Calls `listener` at every change. @returns how to end that */
  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Takes up what an earlier page of this browser has left: it happened before everything that is added here. */
  restore(): Promise<void> {
    return this.#takeIn(async () => {
      const left = (await inTime(this.#store.list())) ?? []; // a browser that stores nothing has nothing left
      this.#waiting.unshift(...left.filter(({ id }) => !this.#waiting.some((own) => own.id === id)));
    });
  }

  /** Resolves when it is kept; telling it takes as long as it takes. */
  add(entry: OutboxEntry): Promise<void> {
    return this.#takeIn(async () => {
      if (entry.kind === "end" && this.#waiting.some((kept) => kept.entry.kind === "end")) return; // one page ends it once
      const kept = await inTime(this.#store.add(entry));
      this.#waiting.push(kept ?? { entry, id: null });
    });
  }

  /**
   * Resolves when everything that was added has been told. What was refused before is tried once more.
   * @throws ClientError when the server refuses one for good
   */
  async settled(): Promise<void> {
    await this.#intake;
    this.#update({ refused: null, canLeaveOut: false });
    void this.#run();
    await new Promise<void>((resolve, reject) => {
      const check = () => {
        const { refused, pending } = this.#state;
        if (!refused && pending > 0) return;
        unsubscribe();
        if (refused) reject(refused);
        else resolve();
      };
      const unsubscribe = this.subscribe(check);
      check();
    });
  }

  /** Gives up the answer that the server refuses, so that the rest can be told. Nothing else is given up. */
  async leaveOut(): Promise<void> {
    const [refused] = this.#waiting;
    if (!this.#state.refused || refused?.entry.kind !== "answer") return;
    await inTime(this.#store.remove(refused));
    this.#waiting.splice(this.#waiting.indexOf(refused), 1);
    this.#update({ refused: null, canLeaveOut: false });
    void this.#run();
  }

  /**
   * Asks the server something that depends on all that happened before: it is told that first.
   * @throws ClientError when the server refuses either
   */
  async ask<T>(attempt: () => Promise<T>): Promise<T> {
    await this.settled();
    return this.#untilAccepted(attempt);
  }

  /** Tries again at once instead of waiting the pause out: the network came back. */
  wake(): void {
    this.#requests.wake();
  }

  /** For a page that goes away. */
  close(): void {
    this.#requests.close();
  }

  #takeIn(work: () => Promise<void>): Promise<void> {
    this.#intake = this.#intake.then(work).then(() => {
      this.#update({});
      void this.#run();
    });
    return this.#intake;
  }

  async #run(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    try {
      for (let next = this.#next(); next; next = this.#next()) {
        const { entry } = next;
        await this.#untilAccepted(() => this.#send(entry));
        // Told again by a later visit where the browser does not forget it, which the server allows.
        await inTime(this.#store.remove(next));
        this.#waiting.splice(this.#waiting.indexOf(next), 1);
        this.#update({});
      }
    } catch (error) {
      const canLeaveOut = this.#waiting[0]?.entry.kind === "answer";
      if (!this.#requests.signal.aborted) this.#update({ refused: error as Error, canLeaveOut });
    } finally {
      this.#running = false;
    }
  }

  /** A page that has gone away attempts nothing more. */
  #untilAccepted<T>(attempt: () => Promise<T>): Promise<T> {
    return this.#requests.untilAccepted(async () => {
      this.#requests.signal.throwIfAborted();
      return attempt();
    });
  }

  #next(): Kept | undefined {
    const over = this.#state.refused !== null || this.#requests.signal.aborted;
    return over ? undefined : this.#waiting[0];
  }

  #update(change: Partial<OutboxState>): void {
    const answers = this.#waiting.map(({ entry }) => entry).filter((entry) => entry.kind === "answer");
    this.#state = {
      ...this.#state,
      pending: this.#waiting.length,
      pendingAnswers: answers.length,
      texts: answers.map(({ answer }) => answer.data.text).filter((text) => text !== ""),
      inMemory: this.#waiting.some(({ id }) => id === null),
      ...change,
    };
    for (const listener of this.#listeners) listener();
  }
}

/** @returns null when the storage refuses, or does not answer */
const inTime = <T>(work: Promise<T>): Promise<T | null> => answeredWithin(work, STORE_WAIT_MS).catch(() => null);
