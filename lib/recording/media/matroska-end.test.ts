import { expect, it } from "vitest";
import { cutOffBytes } from "./matroska-end.ts";

const TIMESTAMP = [0xe7, 0x81, 0x05];
const liveCluster = (...children: number[][]) => [
  0x1f,
  0x43,
  0xb6,
  0x75,
  0x01,
  ...Array(7).fill(0xff),
  ...TIMESTAMP,
  ...children.flat(),
];
const block = (length: number) => [0xa3, 0x80 | length, ...Array(length).fill(7)];

it("finds a block that was cut, at each of its bytes", () => {
  const whole = liveCluster(block(20), block(30));
  const lastBlock = 32;
  expect(cutOffBytes(Uint8Array.from(whole))).toBe(0);
  for (let missing = 1; missing < lastBlock; missing++) {
    expect(cutOffBytes(Uint8Array.from(whole.slice(0, -missing)))).toBe(lastBlock - missing);
  }
  expect(cutOffBytes(Uint8Array.from(whole.slice(0, -lastBlock)))).toBe(0);
});

it("looks at the last cluster only, and finds one that had just begun", () => {
  const bytes = [...liveCluster(block(20)), ...liveCluster(block(9)).slice(0, -4)];
  expect(cutOffBytes(Uint8Array.from(bytes))).toBe(7);
  const justBegun = [...liveCluster(block(20)), 0x1f, 0x43, 0xb6];
  expect(cutOffBytes(Uint8Array.from(justBegun))).toBe(3);
});

it("understands lengths of several bytes", () => {
  const long = [0xa3, 0x41, 0x00, ...Array(256).fill(7)];
  expect(cutOffBytes(Uint8Array.from(liveCluster(long)))).toBe(0);
  expect(cutOffBytes(Uint8Array.from(liveCluster(long).slice(0, -1)))).toBe(long.length - 1);
});

it("is not misled by a frame that contains a cluster's first bytes", () => {
  const misleading = [0xa3, 0x88, 0x1f, 0x43, 0xb6, 0x75, 0x01, 0xff, 0x00, 0x00];
  const bytes = liveCluster(misleading, block(20));
  expect(cutOffBytes(Uint8Array.from(bytes.slice(0, -5)))).toBe(17);
});

it("leaves alone what it does not know", () => {
  expect(cutOffBytes(new Uint8Array())).toBe(0);
  expect(cutOffBytes(Uint8Array.from(block(20)))).toBe(0);
  const clusterOfKnownLength = [0x1f, 0x43, 0xb6, 0x75, 0x99, ...TIMESTAMP, ...block(20)];
  expect(cutOffBytes(Uint8Array.from(clusterOfKnownLength))).toBe(0);
});
