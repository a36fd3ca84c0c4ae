import { expect, it } from "vitest";
import { testsOf } from "./changed-tests.ts";

const FILES = ["lib/house.test.ts", "lib/a/add.ts", "lib/a/add.test.ts", "lib/b/use.test.ts", "lib/c/far.test.ts"];
const PARTS = ["components/ui/list.tsx", "components/ui/list.test.tsx"];
const IMPORTS = [
  { from: "lib/b/use.test.ts", to: "lib/a/add.ts" },
  { from: "lib/c/far.test.ts", to: "lib/b/use.test.ts" },
  { from: "e2e/contract/add.test.ts", to: "lib/a/add.ts" },
];

it("takes the test beside a changed file, and those that import it", () => {
  const tests = ["lib/house.test.ts", "lib/a/add.test.ts", "lib/b/use.test.ts"];
  expect(testsOf(["lib/a/add.ts", "README.md"], FILES, IMPORTS)).toEqual(tests);
});

it("takes the test of a component, too", () => {
  const tests = ["lib/house.test.ts", "components/ui/list.test.tsx"];
  expect(testsOf(["components/ui/list.tsx"], [...FILES, ...PARTS], IMPORTS)).toEqual(tests);
});

it("takes a changed test, and always how the house stands", () => {
  expect(testsOf(["lib/c/far.test.ts"], FILES, IMPORTS)).toEqual(["lib/house.test.ts", "lib/c/far.test.ts"]);
  expect(testsOf([], FILES, IMPORTS)).toEqual(["lib/house.test.ts"]);
});
