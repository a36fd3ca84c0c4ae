import { findChromium } from "../../lib/tools/tests/chromium.ts";
import { CHROMIUM_ARGUMENTS } from "../support/chromium-arguments.ts";
import { closedParts, expectStored, storedSegments, untilStored } from "../support/emitted.ts";
import { record, recordAgain, tellOnline } from "../support/record.ts";
import { expect, expectNoSidewaysScroll, test } from "../support/recorded.ts";

// A page that cannot be reached is the browser's own then, which the shell has not.
test.use({ launchOptions: { executablePath: findChromium(), args: CHROMIUM_ARGUMENTS } });

const OFFLINE = "Offline, everything is kept on this device";

test("a network that is cut in the middle of a part and stays away loses nothing", async ({
  page,
  line,
  emitted,
  recorded,
}) => {
  await line.cutInNextPart();
  const before = emitted.length;
  await expect(page.getByText(OFFLINE).first()).toBeVisible();
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);
  await expect.poll(() => emitted.length).toBeGreaterThan(before + 4);
  line.restore();
  await tellOnline(page);
  await expect(page.getByText("All saved").first()).toBeVisible();
  await expectStored(recorded, emitted);
});

test("an answer that is lost after the server has stored the part makes no duplicate", async ({
  line,
  emitted,
  recorded,
}) => {
  await line.swallowNextAnswer("PUT");
  await line.swallowNextAnswer("PUT");
  await expectStored(recorded, emitted);
  expect(await storedSegments(recorded)).toHaveLength(1);
});

test("a page that is reloaded while it is offline loses nothing that it had recorded", async ({
  page,
  tenant,
  line,
  baseURL,
  emitted,
}) => {
  const { url } = await tenant.invite();
  const sessionId = await record(page, url, line.origin);
  line.cut();
  const before = emitted.length;
  await expect.poll(() => emitted.length).toBeGreaterThan(before + 3);
  let warned = false;
  page.once("dialog", (dialog) => {
    warned = dialog.type() === "beforeunload";
    return dialog.accept();
  });
  await page.reload().catch(() => undefined); // nobody answers
  expect(warned).toBe(true);
  const recorded = [...emitted];
  line.restore();
  // Any page of the site; the browser's own error page may still be trying to reload the room.
  await expect(async () => void (await page.goto(`${line.origin}/sign-in`))).toPass();
  await expectStored(sessionId, recorded.slice(0, -1));
  await expect.poll(async () => (await closedParts(sessionId))[0]).toBeGreaterThanOrEqual(recorded.length - 1);

  await page.goto(url.replace(baseURL ?? "", line.origin));
  await recordAgain(page);
  await untilStored(sessionId, 1, 2);
});
