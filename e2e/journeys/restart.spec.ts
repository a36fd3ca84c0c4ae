import { answer, begin, expect, test } from "../support/journey.ts";
import { startServer } from "../support/server.ts";
import { talentflow } from "../support/server-client.ts";

test("an interview goes on when the server was stopped and started between two questions", async ({ page }) => {
  let server = await startServer();
  try {
    const { url, candidate_id } = await talentflow<{ url: string; candidate_id: number }>(
      server,
      ...["invite", "--name", "Ada Lovelace", "--email", "ada@example.com"],
    );
    const { api_key } = await talentflow<{ api_key: string }>(server, "api-key", "create", "--name", "test");
    await page.goto(url);
    await begin(page);
    await answer(page, "Before the restart I would measure it.", { seconds: 2 });
    await expect(page.getByRole("main").getByText("Question 2 of 5")).toBeVisible();

    await server.stop();
    await expect(page.getByText(/^Offline/).first()).toBeVisible({ timeout: 30_000 });
    server = await startServer(server);

    await answer(page, "After the restart I would measure it again.", { seconds: 2 });
    await expect(page.getByRole("main").getByText("Question 3 of 5")).toBeVisible({ timeout: 60_000 });
    await expect(page.getByText("All saved").first()).toBeVisible({ timeout: 60_000 });
    const headers = { authorization: `Bearer ${api_key}` };
    const info = await page.request.get(`${server.baseUrl}/api/interview/recording/${candidate_id}`, { headers });
    const { session_id } = (await info.json()).recording_info;
    const session = await page.request.get(`${server.baseUrl}/api/interview/session/${session_id}`, { headers });
    const { answers } = (await session.json()).session_data;
    expect(answers.map(({ text }: { text: string }) => text)).toEqual([
      "Before the restart I would measure it.",
      "After the restart I would measure it again.",
    ]);
  } finally {
    await server.remove();
  }
});
