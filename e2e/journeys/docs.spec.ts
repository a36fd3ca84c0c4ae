import { createApiKey } from "../../lib/keys/create-api-key.ts";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "../support/journey.ts";

const PHONE = { width: 390, height: 844 };

test("somebody finds the documentation, and tries an operation with a test key", async ({
  quietPage: page,
  tenant,
  baseURL,
}) => {
  const elsewhere: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(`${baseURL}/`) && !/^(data|blob):/.test(request.url())) elsewhere.push(request.url());
  });
  const { plain } = await createApiKey({ name: "Trying", kind: "test" }, tenant.actor);
  await page.goto("/");
  await page.getByRole("link", { name: "The API’s documentation" }).click();
  await expect(page.getByRole("heading", { name: "Your first day with the API" })).toBeVisible();
  await page.getByRole("navigation", { name: "Documentation" }).getByRole("link", { name: "Reference" }).click();

  await page.getByRole("button", { name: "Authorize" }).first().click();
  await page.getByLabel("auth-bearer-value").fill(plain);
  await page.getByRole("button", { name: "Apply credentials" }).click();
  await page.getByRole("button", { name: "Close", exact: true }).click();
  const templates = page.locator("#operations-Provisioning-listTemplates");
  await templates.getByRole("button").first().click();
  await templates.getByRole("button", { name: "Try it out" }).click();
  const asked = page.waitForRequest((request) => request.url().includes("/api/v1/templates"));
  await templates.getByRole("button", { name: "Execute" }).click();
  await expect(templates.locator(".live-responses-table .response .response-col_status")).toContainText("200");
  const headers = await (await asked).allHeaders();
  expect(headers.authorization).toBe(`Bearer ${plain}`);
  expect(headers.cookie).toBeUndefined();
  expect(elsewhere).toEqual([]);
});

test("the documentation reads well on a phone and for everybody, in the light and in the dark", async ({
  quietPage: page,
}) => {
  const expectInOrder = async () => {
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await expectAccessible(page);
    }
    await expectNoSidewaysScroll(page);
  };
  await page.setViewportSize(PHONE);
  for (const path of ["/docs/start", "/docs/errors"]) {
    await page.goto(path);
    await expectInOrder();
  }
  await page.goto("/docs");
  const operation = page.locator("#operations-Interview-startSession");
  await expect(operation).toBeVisible({ timeout: 60_000 }); // a document of this size takes a busy machine its time
  await expect(page.getByRole("main")).toHaveCount(1);
  await expectNoSidewaysScroll(page);
  await operation.getByRole("button").first().click();
  await expect(operation.getByText("Request body")).toBeVisible();
  await expectInOrder();
});

test("the TypeScript client can be saved from the guide", async ({ request }) => {
  for (const file of ["talentflow.ts", "schema.ts"]) {
    const answer = await request.get(`/docs/client/${file}`);
    expect(answer.status()).toBe(200);
    expect(answer.headers()["content-disposition"]).toBe(`attachment; filename="${file}"`);
  }
  expect((await request.get("/docs/client/anything-else")).status()).toBe(404);
});
