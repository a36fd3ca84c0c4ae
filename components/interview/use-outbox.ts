import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { NOTHING_TO_TELL, Outbox } from "@/lib/client/outbox/outbox.ts";
import type { OutboxEntry } from "@/lib/client/outbox/outbox-entry.ts";
import { DiskOutboxStore, discardKept } from "@/lib/client/outbox/outbox-store.ts";
import { tellServer } from "@/lib/client/outbox/tell-server.ts";

const noChange = () => () => undefined;
const nothing = () => NOTHING_TO_TELL;

type Telling = Parameters<typeof tellServer>[1];

/** What this page's session has to tell the server, for as long as the page is open. */
export function useOutbox(telling: Telling) {
  const running = useRef<{ outbox: Outbox; sessionId: string } | null>(null);
  const latest = useRef(telling);
  useEffect(() => {
    latest.current = telling;
  });
  const [outbox, setOutbox] = useState<Outbox | null>(null);
  const state = useSyncExternalStore(outbox?.subscribe ?? noChange, outbox?.getState ?? nothing, nothing);

  /** Takes up what an earlier page of this browser has left. */
  const open = useCallback(async (sessionId: string) => {
    if (!running.current) {
      const send = tellServer(sessionId, {
        toWire: (mark) => latest.current.toWire(mark),
        beforeEnd: () => latest.current.beforeEnd(),
      });
      running.current = { sessionId, outbox: new Outbox({ store: new DiskOutboxStore(sessionId), send }) };
      setOutbox(running.current.outbox);
    }
    await running.current.outbox.restore();
  }, []);

  const add = useCallback(async (entry: OutboxEntry) => running.current?.outbox.add(entry), []);

  /** Resolves when the server knows everything. @throws ClientError when it refuses something for good */
  const settled = useCallback(async () => running.current?.outbox.settled(), []);

  /** Asks the server, once it knows everything. @throws ClientError */
  const ask = useCallback(async <T>(attempt: () => Promise<T>) => {
    if (!running.current) throw new Error("There is no session to ask for.");
    return running.current.outbox.ask(attempt);
  }, []);

  const wake = useCallback(() => running.current?.outbox.wake(), []);

  const leaveOut = useCallback(async () => running.current?.outbox.leaveOut(), []);

  /** The interview is over: what the server has not taken, it never will. The state goes on saying what that was. */
  const discard = useCallback(async () => {
    const { outbox, sessionId } = running.current ?? {};
    outbox?.close();
    // A browser that keeps nothing has nothing to forget.
    if (sessionId) await discardKept(sessionId).catch(() => undefined);
  }, []);

  useEffect(() => {
    const onOnline = () => running.current?.outbox.wake();
    window.addEventListener("online", onOnline);
    return () => {
      window.removeEventListener("online", onOnline);
      running.current?.outbox.close();
      running.current = null;
    };
  }, []);

  return { state, open, add, settled, ask, wake, leaveOut, discard };
}
