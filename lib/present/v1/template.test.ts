import { expect, it } from "vitest";
import { Template } from "../../contract/v1/templates.ts";
import { getTemplate } from "../../templates/read.ts";
import { setCuts } from "../../templates/set-cuts.ts";
import { cutSetting } from "../../testing/cuts.ts";
import { testDatabase, testOrganization, testTemplate } from "../../testing/database/database.ts";
import { presentTemplate } from "./template.ts";

await testDatabase();

it("says of each scorer and criterion where it is cut, how surely, and that thresholds alone are a proposal", async () => {
  const actor = await testOrganization();
  const { id } = await testTemplate(actor);
  const present = async () => Template.parse(presentTemplate(await getTemplate(id, actor)));
  const { cuts, ...thresholds } = await present();
  expect(cuts).toMatchObject({ status: "proposed", settings: [] });

  const version = cuts.template_version_id;
  const technical = cutSetting({ criterion: "technical" });
  await setCuts(version, { scorer: "b", settings: [technical] }, actor);
  expect((await present()).cuts.status).toBe("proposed"); // of one criterion alone
  await setCuts(version, { scorer: "a", settings: [cutSetting({ pass: 41 })] }, actor);
  await setCuts(version, { scorer: "a", settings: [cutSetting({ pass: 42 })] }, actor);
  const { cuts: set, ...still } = await present();
  expect(still).toEqual(thresholds);
  expect(set).toMatchObject({ status: "set", template_version_id: version });
  expect(set.settings.map(({ scorer, criterion, pass, n }) => [scorer, criterion, pass, n])).toEqual([
    ["a", "overall", 42, 40],
    ["b", "technical", 40, 40],
  ]);
  const { passFigures } = cutSetting();
  expect(set.settings[0]).toMatchObject({
    ...{ method: "contrasting_groups", inherited: false },
    pass_figures: {
      below: 20,
      false_above: passFigures.falseAbove,
      interval_low: passFigures.low,
      standard_error: null,
    },
  });
});
