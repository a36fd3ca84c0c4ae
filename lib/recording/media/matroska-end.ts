import { clusterAt, readElement } from "./matroska-elements.ts";

/**
 * Chromium cuts its WebM and Matroska slices wherever its buffer happens to end, usually one byte into a block. When no later slice ever
 * comes, that stump makes a reader give up the whole last cluster, up to some seconds. So the stump is left out.
 */

/**
 * How many bytes at the end of the stream belong to an element that was cut off. Zero when the last cluster is whole, and also when its
 * length is written in front (then it was not cut by a live recorder) or no cluster is found.
 *
 * @param tail the last bytes of the stream; enough of them to hold one cluster
 */
export function cutOffBytes(tail: Uint8Array): number {
  const start = lastLiveCluster(tail);
  if (start === null) return 0;
  let position = start;
  while (position < tail.byteLength) {
    const element = readElement(tail, position);
    if (element === null || element.end > tail.byteLength) return tail.byteLength - position;
    position = element.end;
  }
  return 0;
}

/** Where the children of the last cluster begin, if it is one of unknown length. */
function lastLiveCluster(tail: Uint8Array): number | null {
  for (let at = tail.byteLength - 4; at >= 0; at--) {
    const cluster = clusterAt(tail, at);
    if (cluster) return cluster.sizeKnown ? null : cluster.dataStart;
  }
  return null;
}
