import { expect, test } from "vitest";
import { CategoryLevels } from "../../contract/review.ts";
import { NO_SCORES } from "../../domain/criteria.ts";
import { presentLevels } from "./levels.ts";

test("what was scored before a criterion was there has none for it, and what nobody knows is not shown", () => {
  const shown = presentLevels({ technical: 75, charisma: 100 });
  expect(shown).toEqual({ ...NO_SCORES, technical: 75 });
  expect(CategoryLevels.parse(shown)).toEqual(shown);
  expect(presentLevels({})).toEqual(NO_SCORES);
});
