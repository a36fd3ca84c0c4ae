import type { Locator, Page } from "playwright/test";
import { db } from "../../lib/db/client.ts";
import { createUser } from "../../lib/members/create-user.ts";
import { type AssessedInterview, addAnalyses, assessedInterview } from "../support/assessed-interview.ts";
import {
  COMPARED_ANALYSIS,
  FAILED_ANALYSIS,
  INEXACT_ANALYSIS,
  MODEL_ANALYSIS,
  RUBRIC_ANALYSIS,
  UNREADABLE_ANALYSIS,
} from "../support/given-analyses.ts";
import { expect, expectAccessible, expectNoSidewaysScroll, signIn, test } from "../support/journey.ts";
import { recordedInterview } from "../support/recorded-interview.ts";
import type { Tenant } from "../support/tenant.ts";

async function open(page: Page, { id }: Pick<AssessedInterview, "id">, tenant: Tenant, who = tenant.recruiter) {
  await page.goto(`/interviews/${id}`);
  await signIn(page, who);
  await expect(page.getByRole("heading", { level: 1, name: "Ada Lovelace" })).toBeVisible();
  return page.getByRole("region", { name: "Assessment" });
}

test("a category shows how sure it is and its quotes, and a click on a quote plays that moment", async ({
  quietPage: page,
  tenant,
  baseURL,
}) => {
  const interview = await recordedInterview(baseURL ?? "", tenant.actor, [MODEL_ANALYSIS]);
  const assessment = await open(page, interview, tenant);
  await expect(assessment.getByText("Three readings, ± 4.1 · from one question")).toBeVisible();
  await expect(assessment.getByText("Three readings, all the same · 67–70 over two questions")).toBeVisible();
  await expect(
    assessment.getByText("No answer gave evidence for it, so the overall score leaves it out."),
  ).toBeVisible();

  await assessment.getByText("Communication: 1 quote").click();
  const quotes = assessment.getByRole("list", { name: "Quotes for Communication" });
  await expect(quotes.getByRole("link", { name: "Question 2" })).toBeVisible();
  const player = page.getByLabel("Recording of Ada Lovelace");
  await expect.poll(() => player.evaluate((media: HTMLMediaElement) => media.readyState)).toBeGreaterThan(0);
  const quote = quotes.getByRole("button", { name: /we wrote both plans on one page/ });
  await quote.focus();
  await page.keyboard.press("Enter");
  await expect.poll(() => player.evaluate((media: HTMLMediaElement) => media.currentTime)).toBeGreaterThanOrEqual(2);
  await expectAccessible(page);
});

test("scores stand with what they could as well have been, and the seconds they hang on play", async ({
  quietPage: page,
  tenant,
  baseURL,
}) => {
  const interview = await recordedInterview(baseURL ?? "", tenant.actor, [INEXACT_ANALYSIS]);
  const assessment = await open(page, interview, tenant);
  await expect(assessment.getByText("probably 52–70")).toBeVisible();
  await expect(assessment.getByText("probably 49–67")).toBeVisible();
  await expect(assessment.getByText("probably 6–100")).toBeVisible();
  const overall = assessment.getByRole("meter", { name: "Overall score" });
  await expect(overall).toHaveAttribute("aria-valuetext", /^61\.2 of 100, probably 52–70, /);
  const second = page.getByRole("article").nth(1);
  await expect(second.getByText("53–64 by how it was read and heard")).toBeVisible();
  const player = page.getByLabel("Recording of Ada Lovelace");
  await expect.poll(() => player.evaluate((media: HTMLMediaElement) => media.readyState)).toBeGreaterThan(0);
  const listen = second.getByRole("list", { name: "Listen here before you rely on the score" });
  await listen.getByRole("button", { name: /we wrote both plans/ }).click();
  await expect.poll(() => player.evaluate((media: HTMLMediaElement) => media.currentTime)).toBeGreaterThanOrEqual(2.5);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
});

test("without a recording the quotes can be read, and say why nothing plays", async ({ quietPage: page, tenant }) => {
  const interview = await assessedInterview(tenant.actor, [MODEL_ANALYSIS]);
  const assessment = await open(page, interview, tenant);
  await assessment.getByText("Technical: 1 quote").click();
  const quotes = assessment.getByRole("list", { name: "Quotes for Technical" });
  await expect(quotes.getByText("EXPLAIN ANALYZE showed a sequential scan")).toBeVisible();
  await expect(quotes.getByText("(no recording to play)")).toBeVisible();
  await expect(quotes.getByRole("button")).toHaveCount(0);
});

test("beside a model's score stands what the rubric finds, and what each model gave where that does not count or differs", async ({
  quietPage: page,
  tenant,
}) => {
  const interview = await assessedInterview(tenant.actor, [COMPARED_ANALYSIS]);
  const assessment = await open(page, interview, tenant);
  await expect(assessment.getByText("The built-in rubric finds 30.4: 41 points lower.")).toBeVisible();
  const [first, second] = [page.getByRole("article").nth(0), page.getByRole("article").nth(1)];
  await expect(first.getByText("Not counted before somebody has read it")).toBeVisible();
  await expect(first.getByText("small-model-1 gave 100.0.")).toBeVisible();
  await expect(first.getByText("The built-in rubric finds 12.0: 83 points lower.")).toBeVisible();
  await expect(first.getByText(/so far above what the built-in rubric finds/)).toBeVisible();
  await expect(second.getByText("other-model gave 44.2.")).toBeVisible();
  await expect(second.getByText(/more than one level apart/)).toBeVisible();
  await expectAccessible(page);
});

test("how somebody speaks is noted only where the template asks for it, apart from the scores, and said to weigh nothing", async ({
  quietPage: page,
  tenant,
}) => {
  const interview = await assessedInterview(tenant.actor, [RUBRIC_ANALYSIS]);
  await open(page, interview, tenant);
  await expect(page.getByRole("article")).toHaveCount(3);
  await expect(page.getByText("Notes without weight")).toHaveCount(0);
  const { organizationId } = tenant.actor;
  await db().template.updateMany({ where: { organizationId }, data: { coachingNotes: true } });
  await page.reload();
  const answered = page.getByRole("article").filter({ hasText: "Notes without weight: not part of any score" });
  await expect(answered).toHaveCount(2);
  await expect(answered.first().getByText(/filler words in 100 · \d+ words a minute/)).toBeVisible();
});

test("how the numbers came about is on the page: method, model, host, versions, calls, tokens and cost", async ({
  quietPage: page,
  tenant,
}) => {
  const interview = await assessedInterview(tenant.actor, [MODEL_ANALYSIS]);
  const assessment = await open(page, interview, tenant);
  await assessment.getByText("How these numbers came about").click();
  const fact = (term: string) => assessment.locator("dt", { hasText: new RegExp(`^${term}$`) }).locator("+ dd");
  await expect(fact("Model")).toHaveText("small-model-1");
  await expect(fact("Asked at")).toHaveText("models.example.com");
  await expect(fact("Rubric version")).toHaveText("3");
  await expect(fact("Prompt version")).toHaveText("2");
  await expect(fact("Calls")).toHaveText("7 calls and 1 repeat");
  await expect(fact("Tokens sent")).toHaveText("8,400");
  await expect(fact("Tokens received")).toHaveText("2,100");
  await expect(fact("Cost")).toHaveText("0.0084 in your prices");
  await expect(fact("Rests on quotes")).toHaveText("67 % of the questions");
});

test("the rubric says of itself that it gives the same every time, asked nobody and cost nothing", async ({
  quietPage: page,
  tenant,
}) => {
  const interview = await assessedInterview(tenant.actor, [RUBRIC_ANALYSIS]);
  const assessment = await open(page, interview, tenant);
  await expect(assessment.getByText("The same every time · from one question")).toBeVisible();
  await assessment.getByText("How these numbers came about").click();
  await expect(assessment.getByText("Nobody: scored on this server")).toBeVisible();
  await expect(assessment.getByText("None, so it cost nothing")).toBeVisible();
});

test("limits that nobody has validated say so, and what is recommended by them", async ({
  quietPage: page,
  tenant,
}) => {
  const proposed = { ...RUBRIC_ANALYSIS, finalStatus: "needs_review", lookReasons: ["cuts_not_set"] } as const;
  const interview = await assessedInterview(tenant.actor, [{ ...proposed, lookReasons: [...proposed.lookReasons] }]);
  const assessment = await open(page, interview, tenant);
  await expect(assessment.getByText("Limits 45 and 70: proposed, not validated.")).toBeVisible();
  await expect(assessment.getByText(/it recommends nothing by them\. Judge by the answers/)).toBeVisible();
  await expect(page.getByRole("region", { name: "Why a person must look" })).toContainText("proposed, not validated");
  await assessment.getByText("How these numbers came about").click();
  await expect(assessment.getByText(/whatever the score, it suggests another look/)).toBeVisible();

  const scored = await assessedInterview(tenant.actor, [MODEL_ANALYSIS]);
  await page.goto(`/interviews/${scored.id}`);
  await expect(assessment.getByText(/which recommends by them all the same/)).toBeVisible();
});

test("nothing to judge, not readable and not assessed are three things, and none is a zero", async ({
  quietPage: page,
  tenant,
}) => {
  const interview = await assessedInterview(tenant.actor, [UNREADABLE_ANALYSIS]);
  const assessment = await open(page, interview, tenant);
  await expect(assessment.getByText("That is not a low score.")).toBeVisible();
  const questions = page.getByRole("region", { name: "Questions and answers" });
  await expect(questions.getByText("Not assessed: it cannot be read here")).toHaveCount(1);
  await expect(questions.getByText("Nothing to judge", { exact: true })).toHaveCount(2);
  await expect(questions.getByText("Ask a colleague who speaks the language")).toBeVisible();
  await expect(assessment.getByRole("meter")).toHaveCount(0);
});

test("the recommendation and a person's decision stand beside each other as two things", async ({
  quietPage: page,
  tenant,
}) => {
  const interview = await assessedInterview(tenant.actor, [{ ...MODEL_ANALYSIS, finalStatus: "failed" }]);
  const assessment = await open(page, interview, tenant);
  const said = (term: RegExp) => assessment.locator("dt", { hasText: term }).locator("+ dd");
  await expect(said(/^Recommendation, by/)).toContainText("Decline");
  await expect(said(/^Decision, by a person$/)).toContainText("Nobody has decided yet");
  const decision = page.getByRole("region", { name: "Decision" });
  await decision.getByRole("radio", { name: "Move forward" }).check();
  await decision.getByLabel("Reason").fill("The second answer is stronger than its score.");
  await decision.getByRole("button", { name: "Save decision" }).click();
  await expect(said(/^Decision, by a person$/)).toContainText("Move forward");
  await expect(said(/^Recommendation, by/)).toContainText("Decline");
});

test("a failed analysis says why, has no scores, and can be tried again by keyboard", async ({ page, tenant }) => {
  const interview = await assessedInterview(tenant.actor, [FAILED_ANALYSIS]);
  const assessment = await open(page, interview, tenant);
  await expect(assessment.getByText("did not answer within 60 seconds")).toBeVisible();
  await expect(assessment.getByRole("meter")).toHaveCount(0);
  await expectAccessible(page);
  await assessment.getByRole("button", { name: "Try again" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Analysis 2 has begun", { exact: true })).toBeVisible();
  await expect(assessment.getByText("of 100 overall")).toBeVisible({ timeout: 60_000 });
  await assessment.getByText("Versions (2)").click();
  await expect(assessment.getByText("asked for by Rita Recruiter")).toBeVisible();
  await expect(assessment.getByText("Did not succeed")).toBeVisible();
});

test("when scoring again fails, the scores that were there stand and say of which version they are", async ({
  quietPage: page,
  tenant,
}) => {
  const interview = await assessedInterview(tenant.actor, [MODEL_ANALYSIS, FAILED_ANALYSIS]);
  const assessment = await open(page, interview, tenant);
  await expect(assessment.getByText("The analysis did not succeed", { exact: true })).toBeVisible();
  await expect(
    assessment.getByText(/^These scores stand meanwhile: version 1, AI model .* small-model-1\.$/),
  ).toBeVisible();
  await expect(assessment.getByRole("meter", { name: "Overall score" })).toHaveAttribute("value", "71.5");
});

test("a second try while one is at work is refused in words", async ({ page, tenant }) => {
  const interview = await assessedInterview(tenant.actor, [FAILED_ANALYSIS]);
  const assessment = await open(page, interview, tenant);
  // Somebody else was faster.
  await addAnalyses(tenant.actor, interview, [{ status: "processing", completedAt: null }]);
  await assessment.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByText("The analysis was not started", { exact: true })).toBeVisible();
  await expect(
    page.getByText("This interview is being scored already. Wait for that to end.", { exact: true }),
  ).toBeVisible();
  await expect(assessment.getByText(/^The answers are being analysed. Usually done/)).toBeVisible();
});

test("a reviewer sees why an analysis failed, and no button to spend money with", async ({
  quietPage: page,
  tenant,
}) => {
  const reviewer = { email: `reviewer-${crypto.randomUUID()}@example.com`, password: crypto.randomUUID() };
  await createUser({ ...reviewer, name: "Rolf Reviewer", role: "reviewer" }, tenant.actor);
  const failed = await assessedInterview(tenant.actor, [FAILED_ANALYSIS]);
  const assessment = await open(page, failed, tenant, reviewer);
  await expect(assessment.getByText("Recruiters and owners can have it tried again.")).toBeVisible();
  await expect(assessment.getByRole("button")).toHaveCount(0);
  await db().analysis.updateMany({ where: { sessionId: failed.sessionId }, data: { status: "completed" } });
  await page.reload();
  await expect(assessment.getByRole("button", { name: "Score again" })).toHaveCount(0);
});

test("two versions can be compared: scores, makers and flags", async ({ quietPage: page, tenant }) => {
  const interview = await assessedInterview(tenant.actor, [RUBRIC_ANALYSIS, FAILED_ANALYSIS, MODEL_ANALYSIS]);
  const assessment = await open(page, interview, tenant);
  await assessment.getByText("Versions (3)").click();
  const rows = assessment.getByRole("table", { name: "Scores in version 1 and in version 3" }).getByRole("row");
  await expect(rows.filter({ hasText: "Overall" })).toHaveText(/61\.2.*71\.5.*\+10\.3/);
  await expect(rows.filter({ hasText: "Culture fit" })).toHaveText(/Not assessed.*Not assessed.*Same/);
  await expect(rows.filter({ hasText: "Question 2" })).toHaveText(/58\.4.*67\.1.*\+8\.7/);
  const others = assessment.getByRole("list", { name: "Other changes" });
  await expect(others).toContainText("Model: none → small-model-1");
  await expect(others).toContainText(
    "Question 2, flag added: The scorer quoted words that do not stand in the answer.",
  );
  await assessment.getByLabel("To", { exact: true }).selectOption("1");
  await expect(assessment.getByText("Choose two different versions.")).toBeVisible();
  await expectAccessible(page);
});

test("a finished analysis can be made anew from its menu, by keyboard", async ({ quietPage: page, tenant }) => {
  const interview = await assessedInterview(tenant.actor, [MODEL_ANALYSIS]);
  const assessment = await open(page, interview, tenant);
  await assessment.getByRole("button", { name: "Score again" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("The rubric asks nobody and costs nothing.")).toBeVisible();
  await page.getByRole("menuitem", { name: "Score again" }).press("Enter");
  await expect(page.getByText("Analysis 2 has begun", { exact: true })).toBeVisible();
  await expect(assessment.getByText("Versions (2)")).toBeVisible();
});

test("whose words were scored is told, and what was heard before they were corrected", async ({
  quietPage: page,
  tenant,
}) => {
  const interview = await assessedInterview(
    tenant.actor,
    [
      {
        ...MODEL_ANALYSIS,
        questions:
          MODEL_ANALYSIS.questions?.map((question, index) =>
            index === 1 ? { ...question, textSource: "transcript" as const } : question,
          ) ?? [],
      },
    ],
    [
      { text: "I would measure first.", recognizedText: "I would measure thirst.", answeredBy: "voice" },
      { text: "", answeredBy: "voice" },
    ],
  );
  const spoken = await db().answer.findFirstOrThrow({ where: { questionId: interview.questionIds[1] ?? "" } });
  const transcript = { text: "We wrote both plans on one page.", host: "models.example.com", model: "ears-1" };
  await db().transcript.create({ data: { ...transcript, answerId: spoken.id } });
  await open(page, interview, tenant);
  const [first, second] = [0, 1].map((index) => page.getByRole("article").nth(index)) as [Locator, Locator];
  await expect(first.getByText("The candidate’s own text · this is what was scored")).toBeVisible();
  await first.getByText("What speech recognition heard").click();
  await expect(page.getByText("I would measure thirst.")).toBeVisible();
  await expect(second.getByText("Spoken, written down by ears-1 · this is what was scored")).toBeVisible();
  await expect(second.getByText("We wrote both plans on one page.", { exact: true })).toBeVisible();
});

for (const [name, analyses] of Object.entries({
  scored: [RUBRIC_ANALYSIS, MODEL_ANALYSIS],
  failed: [FAILED_ANALYSIS],
})) {
  test(`on a phone in the dark, an interview that is ${name} is in order`, async ({ quietPage: page, tenant }) => {
    const interview = await assessedInterview(tenant.actor, analyses);
    await page.emulateMedia({ colorScheme: "dark" });
    await page.setViewportSize({ width: 390, height: 844 });
    await open(page, interview, tenant);
    for (const summary of await page.locator("summary:visible").all()) await summary.click();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  });
}
