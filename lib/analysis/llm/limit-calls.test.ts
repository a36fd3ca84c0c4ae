import { expect, test } from "vitest";
import type { ChatAnswer, ChatRequest } from "../../ai/chat.ts";
import { limitCalls } from "./limit-calls.ts";

test("calls wait for their turn in order, and one that fails makes room for the next", async () => {
  const begun: string[] = [];
  const end = new Map<string, (fails: boolean) => void>();
  const complete = ({ model }: ChatRequest) =>
    new Promise<ChatAnswer>((resolve, reject) => {
      begun.push(model);
      end.set(model, (fails) => (fails ? reject(new Error(model)) : resolve({ text: model } as ChatAnswer)));
    });
  const chat = limitCalls({ host: "example", complete }, 2);
  const calls = ["a", "b", "c", "d"].map((model) => chat.complete({ model } as ChatRequest).catch((error) => error));
  expect(begun).toEqual(["a", "b"]);
  end.get("b")?.(true);
  expect(await calls[1]).toEqual(new Error("b"));
  expect(begun).toEqual(["a", "b", "c"]);
  for (const model of ["a", "c"]) end.get(model)?.(false);
  await Promise.all([calls[0], calls[2]]);
  end.get("d")?.(false);
  expect(await calls[3]).toEqual({ text: "d" });
});
