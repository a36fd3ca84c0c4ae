import { spawn } from "node:child_process";
import { once } from "node:events";
import type { Say } from "../say.ts";
import { withServer } from "../with-server.ts";
import { benchFinalize } from "./finalize.ts";
import { benchPlayback } from "./playback.ts";
import { openSegment, publishLong } from "./published.ts";
import { benchUpload } from "./upload.ts";

type Part = (say: Say, minutes?: number) => Promise<void>;

const PARTS: Record<string, Part> = {
  upload: (say) =>
    withServer((server, tenant) =>
      benchUpload(server, say, (count) =>
        Promise.all(Array.from({ length: count }, () => openSegment(server.baseUrl, tenant))),
      ),
    ),
  finalize: benchFinalize,
  playback: (say) =>
    withServer(async (server, tenant) => {
      const published = await publishLong(server, tenant);
      await benchPlayback(published, say);
      await (await import("./seek.ts")).benchSeek(server.baseUrl, published, tenant, say);
    }),
  /** The number is of files, not of minutes. */
  fuzz: async (say, files) => (await import("./fuzz.ts")).benchFuzz(say, files),
  browser: async (say) => (await import("./browser.ts")).benchBrowser(say),
};

/** They take as long as their faults do, and are run by name alone. */
const FAULTS: Record<string, Part> = {
  s3_down: async (say) => (await import("./faults.ts")).benchS3Down(say),
  offline: async (say, minutes) => (await import("./faults.ts")).benchOffline(say, minutes),
};

/**
 * @param names one part, or `faults` for all of those, with the minutes that the network is to be away; without a name every part but
 * the faults
 */
export async function benchRecording(say: Say, [name, minutes]: string[]): Promise<void> {
  const run = name === undefined ? undefined : { ...PARTS, ...FAULTS }[name];
  if (run) return run(say, minutes === undefined ? undefined : Number(minutes));
  if (name !== undefined && name !== "faults") throw new Error(`Which part? There are: ${everyName().join(", ")}.`);
  for (const part of Object.keys(name === "faults" ? FAULTS : PARTS)) {
    say(`\n${part}`);
    await inOwnProcess(part, minutes);
  }
}

const everyName = () => [...Object.keys(PARTS), "faults", ...Object.keys(FAULTS)];

/** A process knows one database, and each part starts one. */
async function inOwnProcess(part: string, minutes = ""): Promise<void> {
  const words = ["recording", part, minutes].filter(Boolean);
  const child = spawn(process.execPath, ["e2e/bench/bench.ts", ...words], { stdio: "inherit" });
  const [code] = await once(child, "exit");
  if (code !== 0) throw new Error(`${part} ended with ${code}`);
}
