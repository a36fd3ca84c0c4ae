/**
 * Watches the turns of the event loop.
 * @returns tells the longest in milliseconds, counted by this thread's own work: others on this machine do not matter
 */
export function watchTurns(): () => number {
  const worked = () => {
    const { user, system } = process.threadCpuUsage();
    return (user + system) / 1_000;
  };
  let [longest, before, watching] = [0, worked(), true];
  const turn = () => {
    const now = worked();
    longest = Math.max(longest, now - before);
    before = now;
    if (watching) setImmediate(turn);
  };
  setImmediate(turn);
  return () => {
    watching = false;
    return longest;
  };
}
