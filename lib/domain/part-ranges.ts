/** Numbers of parts that follow each other, the first and the last included: what a client says is missing costs two numbers, however many. */
export type PartRange = readonly [first: number, last: number];

export function countParts(ranges: readonly PartRange[]): number {
  return ranges.reduce((sum, [first, last]) => sum + last - first + 1, 0);
}

/** The numbers one by one, in order, at most so many. */
export function numbersOf(ranges: readonly PartRange[], most: number): number[] {
  const numbers: number[] = [];
  for (const [first, last] of ranges) {
    for (let number = first; number <= last && numbers.length < most; number++) numbers.push(number);
  }
  return numbers;
}

/** @param stored ranges, or as they were stored before: single numbers */
export function rangesOf(stored: readonly (number | PartRange)[]): PartRange[] {
  const ranges: [number, number][] = [];
  for (const entry of stored) {
    const [first, last] = typeof entry === "number" ? [entry, entry] : entry;
    const before = ranges.at(-1);
    if (before && before[1] + 1 === first) before[1] = last;
    else ranges.push([first, last]);
  }
  return ranges;
}
