/**
 * A state that is watched. Every change makes a new one, so that two are the same object exactly when nothing has changed
 * between them.
 */
export class Observed<State> {
  readonly #listeners = new Set<() => void>();
  #state: State;

  constructor(state: State) {
    this.#state = state;
  }

  getState = (): State => this.#state;

  /** Calls `listener` at every change. @returns how to end that */
  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  set(state: State): void {
    if (state === this.#state) return;
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
