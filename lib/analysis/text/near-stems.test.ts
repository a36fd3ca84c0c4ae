import { expect, test } from "vitest";
import { nearStems } from "./near-stems.ts";

const near = (wanted: string, ...said: string[]) =>
  nearStems([wanted], new Set(said))
    .get(wanted)
    ?.map(({ stem }) => stem);

test("finds the same stem first, and those that are nearly it", () => {
  expect(near("synchron", "asynchron", "synchron", "banana")).toEqual(["synchron", "asynchron"]);
  expect(near("acknowledg", "acknowldg")).toEqual(["acknowldg"]);
  expect(near("0.013824", "0.0138")).toEqual(["0.0138"]);
});

test("keeps apart what only sounds alike, and what is too short to tell", () => {
  expect(near("host", "port", "store")).toEqual([]);
  expect(near("tcp", "tcpp")).toEqual([]);
});

test("says how alike they are", () => {
  const found = nearStems(["window"], new Set(["window", "windows"])).get("window");
  expect(found?.[0]).toEqual({ stem: "window", likeness: 1 });
  expect(found?.[1]?.likeness).toBeGreaterThan(0.7);
});

test("a very long run of letters is only compared with itself", () => {
  const run = "ab".repeat(10_000);
  expect(near(run, run, `${run}a`)).toEqual([run]);
});
