import { installModel } from "../../speech/models/install-model.ts";
import { hearsWell, TINY } from "./tiny-model.ts";

/* A process that installs the tests' model: `install-process.ts FOLDER MIRROR`. It says each step on a line, and what became of it. */

const [folder = "", mirror = ""] = process.argv.slice(2);
const say = (line: string) => process.stdout.write(`${line}\n`);

try {
  const model = await installModel(TINY, {
    folder,
    mirror,
    hear: hearsWell,
    signal: new AbortController().signal,
    onStep: ({ state }) => say(state),
  });
  say(`installed ${model.sha256}`);
} catch (error) {
  say(`failed ${error instanceof Error ? error.message : error}`);
}
