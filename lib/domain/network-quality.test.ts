import { expect, test } from "vitest";
import { type NetworkTally, networkQuality, tallyNetwork } from "./network-quality.ts";

const NEED = 1_000_000;
const times = (factor: number) => (NEED / 8) * factor;

function after(...samples: [rttMs: number | null, uploadTimesNeed: number | null][]): NetworkTally {
  return samples.reduce<NetworkTally>(
    (tally, [rttMs, factor]) =>
      tallyNetwork(tally, { rttMs, uploadBytesPerSecond: factor === null ? null : times(factor) }, NEED),
    {},
  );
}

test.each([
  ["excellent", 150, 4],
  ["good", 151, 4],
  ["good", 20, 3.9],
  ["fair", 301, 9],
  ["fair", 20, 1.2],
  ["poor", 601, 9],
  ["poor", 20, 1.1],
] as const)("%s: a round trip of %i ms and %f times the needed rate", (quality, rttMs, factor) => {
  expect(networkQuality(after([rttMs, factor]))).toBe(quality);
});

test("what was not measured is not held against anybody", () => {
  expect(networkQuality(after([400, null]))).toBe("fair");
  expect(networkQuality(after([null, 2]))).toBe("good");
  expect(networkQuality(after([null, null]))).toBeNull();
});

test("one hiccup in ten is no bad connection, two are", () => {
  const well = Array<[number, number]>(9).fill([20, 10]);
  expect(networkQuality(after(...well, [5_000, 0.1]))).toBe("excellent");
  expect(networkQuality(after(...well.slice(1), [5_000, 0.1], [5_000, 0.1]))).toBe("poor");
});
