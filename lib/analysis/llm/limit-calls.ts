import type { Chat } from "../../ai/chat.ts";

/** The same chat with at most `most` calls under way at once, first come, first served. */
export function limitCalls(chat: Chat, most: number): Chat {
  let free = most;
  const waiting: (() => void)[] = [];
  return {
    host: chat.host,
    async complete(request, signal) {
      if (free > 0) free--;
      else await new Promise<void>((resolve) => waiting.push(resolve));
      try {
        return await chat.complete(request, signal);
      } finally {
        const next = waiting.shift();
        if (next) next();
        else free++;
      }
    },
  };
}
