import type { Say } from "./say.ts";

const PARTS = {
  /** `question/add` and `answer/add` beside an address that nothing answers, and what the 500th question costs. */
  throughput: async () => (await import("./api/throughput.ts")).benchThroughput,
  /** 300 whole interviews, twenty at a time. */
  interviews: async () => (await import("./api/interviews.ts")).benchInterviews,
  /** 20,000 requests that no client should send. */
  hostile: async () => (await import("./api/hostile.ts")).benchHostile,
  /** 2,000 sittings whose calls come in any order. */
  "hostile-sequences": async () => (await import("./api/sequences.ts")).benchSequences,
};

/** All parts, or those that are named: `hostile` names its sequences too. */
export async function benchApi(say: Say, wanted: readonly string[]): Promise<void> {
  const unknown = wanted.filter((name) => !Object.hasOwn(PARTS, name));
  if (unknown.length > 0) throw new Error(`Which part? There are: ${Object.keys(PARTS).join(", ")}.`);
  for (const [name, load] of Object.entries(PARTS)) {
    if (wanted.length > 0 && !wanted.some((part) => name === part || name.startsWith(`${part}-`))) continue;
    say(`— ${name}`);
    await (await load())(say);
  }
}
