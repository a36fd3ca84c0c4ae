import { test as base } from "./journey.ts";
import { record } from "./record.ts";

export { expect, expectNoSidewaysScroll } from "./journey.ts";

/** A journey that begins in the middle: its page records an interview over the line. */
export const test = base.extend<{
  /** What has to happen to the browser before it records. */
  prepare: () => Promise<void>;
  /** The session's id. */
  recorded: string;
}>({
  prepare: async ({ browserName: _ }, use) => {
    await use(async () => undefined);
  },
  recorded: async ({ page, tenant, line, prepare, emitted: _ }, use) => {
    await prepare();
    await use(await record(page, (await tenant.invite()).url, line.origin));
  },
});
