import { stat } from "node:fs/promises";
import { setTimeout as delay } from "node:timers/promises";
import { readState } from "../../speech/models/state-keeper.ts";
import type { SpeechState } from "../../speech/speech-state.ts";
import { sayBytes, sayReason } from "./speech-words.ts";

type Terminal = { isTTY?: boolean; write(text: string): unknown };

export type TellSpeech = {
  /** What the worker writes. */
  file: string;
  /** What is older stands for an earlier run. */
  sinceMs: number;
  stop: AbortSignal;
  terminal?: Terminal;
  everyMs?: number;
};

/** Where nobody sees a line change, it is written this often. */
const STEP_PERCENT = 25;
const BY_HAND = "`talentflow speech install --from FILE` installs one by hand.";

/**
 * Tells on the terminal how the speech model comes along, until there is one: on a line that changes, or on a few lines where nobody would
 * see it change. Nothing is told where there is nothing to wait for. It never throws: nothing depends on it.
 */
export async function tellSpeech({
  file,
  sinceMs,
  stop,
  terminal = process.stdout,
  everyMs = 1_000,
}: TellSpeech): Promise<void> {
  const tell = teller(terminal);
  while (!stop.aborted) {
    const state = (await isFrom(file, sinceMs)) ? await readState(file) : null;
    if (state) tell.now(state);
    if (state && ["ready", "off", "refused"].includes(state.state)) return;
    await delay(everyMs, undefined, { signal: stop }).catch(() => {});
  }
  tell.end();
}

async function isFrom(file: string, sinceMs: number): Promise<boolean> {
  return stat(file).then(
    ({ mtimeMs }) => mtimeMs >= sinceMs,
    () => false,
  );
}

function teller(terminal: Terminal) {
  /** What stands on the line that changes. */
  let open = "";
  let lastLine = "";
  let hasWaited = false;
  let missed: string | null = null;
  const end = () => {
    if (open) terminal.write("\n");
    open = "";
  };
  const say = (line: string) => {
    if (line === lastLine) return;
    end();
    lastLine = line;
    terminal.write(`${line}\n`);
  };
  const change = (line: string) => {
    if (line !== open) terminal.write(`\r\u001b[K${line}`);
    open = line;
    lastLine = "";
  };
  return {
    now(state: SpeechState) {
      if (state.state === "fetching" && (missed === null || state.fetchedBytes)) {
        missed = null;
        if (terminal.isTTY) change(fetching(state, percentOf(state)));
        else say(fetching(state, Math.floor(percentOf(state) / STEP_PERCENT) * STEP_PERCENT));
      } else if (state.state === "unpacking" || state.state === "testing") {
        if (terminal.isTTY) change(`${STEPS[state.state]} the speech model ${state.model} …`);
      } else if (state.state === "waiting" || state.state === "refused") {
        // Once for each thing that is wrong, not at each try.
        if (missed !== sayWhy(state)) say(missing(state));
        missed = sayWhy(state);
      }
      if (state.state === "ready" && (hasWaited || state.reason)) say(ready(state));
      hasWaited ||= state.state !== "ready";
    },
    end,
  };
}

const STEPS = { unpacking: "Unpacking", testing: "Trying" };

function fetching({ model, totalBytes }: SpeechState, percent: number): string {
  const size = totalBytes === null ? "" : ` (${sayBytes(totalBytes)})`;
  return `Fetching the speech model ${model}${size}, which writes down spoken answers on this machine: ${percent} %`;
}

function percentOf({ fetchedBytes, totalBytes }: SpeechState): number {
  return totalBytes ? Math.floor((100 * (fetchedBytes ?? 0)) / totalBytes) : 0;
}

const sayWhy = ({ reason }: SpeechState): string => (reason ? sayReason(reason) : "the log says more");

function missing(now: SpeechState): string {
  const { state, retryAt } = now;
  const why = sayWhy(now);
  if (state === "refused") return `The speech model cannot be used (${why}). Everything else works. ${BY_HAND}`;
  const wait = retryAt ? ` in ${sayMinutes(Date.parse(retryAt) - Date.now())}` : "";
  return `The speech model could not be fetched (${why}). Everything else works; it is tried again${wait}. ${BY_HAND}`;
}

function sayMinutes(ms: number): string {
  const minutes = Math.max(1, Math.round(ms / 60_000));
  return minutes === 1 ? "a minute" : `${minutes} minutes`;
}

function ready({ model, reason }: SpeechState): string {
  const instead = reason ? ` ${reason.params.model} is not used: ${sayReason(reason)}.` : "";
  return `Speech model ready: ${model}.${instead}`;
}
