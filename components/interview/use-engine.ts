import { useSyncExternalStore } from "react";

type Engine<State> = { getState: () => State; subscribe: (listener: () => void) => () => void };

/** The state of a part of the room's engine, drawn anew with every change. */
export function useEngine<State>({ getState, subscribe }: Engine<State>): State {
  return useSyncExternalStore(subscribe, getState, getState);
}
