import { writeFileSync } from "node:fs";
import { constants, setPriority } from "node:os";

/**
 * Gives this process the lowest priority there is: whoever uploads, or waits for a page, comes first. To be called before threads are
 * started, which inherit it. Linux may weigh whole groups of processes against each other (sched(7), autogroup), and this one leads its own.
 * Where a system allows none of it, the others are only a little slower.
 */
export function stepBack(): void {
  const { PRIORITY_LOW } = constants.priority;
  for (const lower of [
    () => setPriority(PRIORITY_LOW),
    () => writeFileSync("/proc/self/autogroup", `${PRIORITY_LOW}`),
  ]) {
    try {
      lower();
    } catch {}
  }
}
