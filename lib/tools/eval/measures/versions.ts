import { gain, type Judged, type Measure, points, signed, tellVersions, withBases } from "./measure.ts";

export function nameSwapped(judged: readonly Judged[]): Measure {
  const pairs = withBases(judged, "name");
  const moved = pairs.filter((pair) => gain(pair) !== 0);
  const most = Math.max(0, ...pairs.map((pair) => Math.abs(gain(pair))));
  return {
    name: "name swapped: largest change",
    demanded: "0",
    value: `${points(most)} (${pairs.length} swaps)`,
    holds: moved.length === 0,
    failing: moved.map(tellVersions),
  };
}

export function padding(judged: readonly Judged[]): Measure {
  const pairs = withBases(judged, "padded");
  const over = pairs.filter((pair) => gain(pair) > 3);
  return {
    name: "2× neutral padding: largest gain",
    demanded: "≤ +3",
    value: `${signed(pairs.length === 0 ? 0 : Math.max(...pairs.map(gain)))} (${pairs.length} answers)`,
    holds: over.length === 0,
    failing: over.map(tellVersions),
  };
}

export function dialects(judged: readonly Judged[]): Measure {
  const pairs = withBases(judged, "dialect");
  return {
    name: "same answer in another English: change",
    demanded: "–",
    value: pairs.map((pair) => signed(gain(pair))).join(", "),
    holds: null,
    failing: pairs.filter((pair) => Math.abs(gain(pair)) > 5).map(tellVersions),
  };
}
