import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { correctWords } from "@/lib/client/interview-api.ts";
import { type CorrectionDraft, keepCorrection, readCorrection } from "@/lib/client/room/correction-drafts.ts";
import { listHeard } from "@/lib/client/room/heard-items.ts";
import { heardWordsQuery } from "@/lib/client/room/heard-words-query.ts";
import { problemOf } from "@/lib/client/room/refusal.ts";
import type { Problem } from "@/lib/client/room/room-state.ts";

type Options = {
  /** The sitting of this page; null: nothing is asked. */
  sessionId: string | null;
  /** How many answers this page has given that were only spoken. */
  spoken: number;
  /** Some of them are still on their way to the server. */
  pending: boolean;
};

/** What the server wrote down of spoken answers, and what the candidate makes of it. */
export function useHeardWords({ sessionId, spoken, pending }: Options) {
  const client = useQueryClient();
  const [awaited, setAwaited] = useState(() => ({ spoken: 0, pending, sinceMs: performance.now(), count: 0 }));
  const query = heardWordsQuery(sessionId ?? "", awaited);
  const { data = [] } = useQuery({ ...query, enabled: sessionId !== null });
  if (awaited.spoken !== spoken || awaited.pending !== pending) {
    const more = spoken - awaited.spoken;
    const count = more > 0 ? Math.max(awaited.count, data.length) + more : awaited.count;
    setAwaited({ spoken, pending, sinceMs: performance.now(), count });
  }
  const [drafts, setDrafts] = useState<Record<string, CorrectionDraft | null>>({});
  const [saving, setSaving] = useState<Record<string, "busy" | Problem>>({});

  const draftOf = (id: string) => (id in drafts ? (drafts[id] ?? null) : readCorrection(id));
  const keep = (id: string, draft: CorrectionDraft | null) => {
    keepCorrection(id, draft);
    setDrafts((before) => ({ ...before, [id]: draft }));
  };
  const told = (id: string, how: "busy" | Problem | null) =>
    setSaving(({ [id]: _before, ...others }) => (how ? { ...others, [id]: how } : others));

  /** @returns whether the server has it now; if not, it is kept here, and why is told */
  async function save(id: string, text: string): Promise<boolean> {
    if (!sessionId) return false;
    told(id, "busy");
    try {
      await correctWords(sessionId, id, { text });
    } catch (error) {
      told(id, problemOf(error));
      return false;
    }
    // What was asked before does not know of it yet.
    await client.cancelQueries({ queryKey: query.queryKey });
    client.setQueryData(query.queryKey, (answers) =>
      answers?.map((one) => (one.answer_id === id ? { ...one, text: text.trim(), corrected: true } : one)),
    );
    told(id, null);
    keep(id, null);
    return true;
  }

  const list = listHeard(data, draftOf);
  return {
    ...list,
    saving,
    isUnsaved: list.items.some(({ state }) => state === "edited"),
    edit: (id: string, text: string) => keep(id, { text }),
    undo: (id: string) => {
      told(id, null);
      keep(id, null);
    },
    confirm: (id: string) => keep(id, { text: null }),
    save,
  };
}

export type HeardWordsOfRoom = ReturnType<typeof useHeardWords>;
