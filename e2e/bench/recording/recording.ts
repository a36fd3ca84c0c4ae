import type { Say } from "../say.ts";
import { withServer } from "../with-server.ts";
import { benchFinalize } from "./finalize.ts";
import { benchPlayback } from "./playback.ts";
import { openSegment, publishLong } from "./published.ts";
import { benchUpload } from "./upload.ts";

const PARTS: Record<string, (say: Say) => Promise<void>> = {
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
  browser: async (say) => (await import("./browser.ts")).benchBrowser(say),
};

/** @param names only these parts; all without */
export async function benchRecording(say: Say, names: string[]): Promise<void> {
  for (const [name, run] of Object.entries(PARTS)) {
    if (names.length > 0 && !names.includes(name)) continue;
    say(`\n${name}`);
    await run(say);
  }
}
