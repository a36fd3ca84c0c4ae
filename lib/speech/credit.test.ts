import { expect, test } from "vitest";
import { creditOf } from "./credit.ts";

test("a model of this machine is credited by either of its names, and nobody else is", () => {
  const credit = creditOf("local", "parakeet-110m");
  expect(credit).toMatch(/NVIDIA.*CC-BY-4\.0/);
  expect(creditOf("local", "sherpa-onnx-nemo-parakeet_tdt_transducer_110m-en-36000-int8")).toBe(credit);
  expect(creditOf("models.example.com", "parakeet-110m")).toBeNull();
  expect(creditOf("local", "my-own")).toBeNull();
  expect(creditOf(null, null)).toBeNull();
});
