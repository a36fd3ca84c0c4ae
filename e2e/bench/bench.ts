import { cpus } from "node:os";
import { say } from "./say.ts";

const BENCHES = {
  /** Scoring an interview by the rubric, and by a model that takes a second for each call. */
  analysis: async () => (await import("./analysis.ts")).benchAnalysis,
  /** `question/add` and `answer/add` beside nothing, whole interviews, and hostile requests. */
  api: async () => (await import("./api.ts")).benchApi,
  /** Uploading, joining and playing recordings, and what a recording costs the browser. */
  recording: async () => (await import("./recording/recording.ts")).benchRecording,
  /** Words from sound, by the models that are named, and what they cost. */
  speech: async () => (await import("./speech.ts")).benchSpeech,
};

/**
 * `npm run bench NAME [PART]`: starts a server of its own, measures, prints figures with the machine they were measured
 * on. Never a test: figures depend on the machine.
 */
async function runBench([name, ...parts]: string[]): Promise<void> {
  if (!name || !Object.hasOwn(BENCHES, name)) {
    say(`Which bench? There are: ${Object.keys(BENCHES).join(", ")}.`);
    process.exitCode = 1;
    return;
  }
  const bench = await BENCHES[name as keyof typeof BENCHES]();
  say(`${cpus().length} × ${cpus()[0]?.model ?? "unknown processor"}, Node ${process.version}`);
  await bench(say, parts);
}

await runBench(process.argv.slice(2));
