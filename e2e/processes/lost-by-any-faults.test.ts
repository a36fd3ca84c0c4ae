import { afterAll, beforeAll, expect, test } from "vitest";
import { UploadAnswer } from "../../lib/contract/upload.ts";
import { randomFrom } from "../../lib/domain/random.ts";
import {
  type EmittedPart,
  emit,
  sendAndHangUp,
  sendOnce,
  sendUntilAcked,
  storedSegments,
} from "../support/part-sender.ts";
import { startServer, type TestServer, untilWellAgain } from "../support/server.ts";
import { firstInterview } from "../support/server-client.ts";

/* Whatever goes wrong, in whatever order: the bytes stored equal the bytes emitted. FAULT_SEED=… plays a run again. */

const SEED = Number(process.env.FAULT_SEED ?? Math.floor(Math.random() * 2 ** 32));
const SEGMENTS = 2;
const PARTS_PER_SEGMENT = 40;
const MAX_PART_BYTES = 60_000;
/** A recorder's uploads overtake each other by this much at most. */
const IN_FLIGHT = 4;

let server: TestServer;
const random = randomFrom(SEED);
const below = (limit: number) => Math.floor(random() * limit);

beforeAll(async () => {
  server = await startServer();
});

afterAll(() => server?.remove());

type Fault = (part: EmittedPart) => Promise<unknown>;

/** What may go wrong with a part, or around it, before it is sent as it should be; likelier ones stand more often. */
const FAULTS: Record<string, { weight: number; strike: Fault }> = {
  nothing: { weight: 24, strike: async () => undefined },
  "answer lost": { weight: 8, strike: (part) => sendAndHangUp(server, part) },
  "connection cut": { weight: 8, strike: (part) => sendAndHangUp(server, part, below(part.bytes.byteLength)) },
  "sent twice at once": { weight: 8, strike: (part) => Promise.all([sendOnce(server, part), sendOnce(server, part)]) },
  "bit flipped": {
    weight: 6,
    strike: async (part) => expectNotTaken(await sendOnce(server, part, flipped(part.bytes))),
  },
  "body truncated": {
    weight: 6,
    strike: async (part) => expectNotTaken(await sendOnce(server, part, part.bytes.subarray(0, -1))),
  },
  "web process killed": { weight: 2, strike: async () => kill("web") },
  "PostgreSQL killed": { weight: 1, strike: async () => kill("postgres") },
};

test(`random faults in random order lose nothing (FAULT_SEED=${SEED})`, { timeout: 180_000 }, async () => {
  const interview = await firstInterview(server);
  const { sessionId } = interview;
  const recorded: Buffer[] = [];
  for (let index = 0; index < SEGMENTS; index++) {
    const chunks = Array.from({ length: PARTS_PER_SEGMENT }, randomChunk);
    const waiting = emit(sessionId, await opened(() => interview.openSegment()), chunks);
    recorded.push(Buffer.concat(chunks));
    while (waiting.length > 0) {
      const [part] = waiting.splice(below(Math.min(IN_FLIGHT, waiting.length)), 1);
      if (!part) break;
      await randomFault()(part);
      await sendUntilAcked(server, part);
    }
  }
  await untilWellAgain(server);
  const stored = await storedSegments(server, sessionId);
  expect(stored.map((bytes, index) => bytes.equals(recorded[index] as Buffer))).toEqual([true, true]);

  const response = await fetch(`${server.baseUrl}/api/interview/session/${sessionId}/upload`);
  const { segments } = UploadAnswer.parse(await response.json());
  expect(segments.map(({ acked_through, missing }) => ({ acked_through, missing }))).toEqual(
    Array(SEGMENTS).fill({ acked_through: PARTS_PER_SEGMENT - 1, missing: [] }),
  );
});

function randomFault(): Fault {
  const all = Object.values(FAULTS);
  let place = below(all.reduce((sum, { weight }) => sum + weight, 0));
  for (const { weight, strike } of all) {
    if (place < weight) return strike;
    place -= weight;
  }
  throw new Error("the weights do not add up");
}

function randomChunk(): Buffer {
  return Buffer.from(Array.from({ length: 1 + below(MAX_PART_BYTES) }, () => below(256)));
}

function flipped(bytes: Buffer): Buffer {
  const damaged = Buffer.from(bytes);
  const at = below(damaged.byteLength);
  damaged[at] = (damaged[at] ?? 0) ^ (1 << below(8));
  return damaged;
}

/** Something untrue is refused, or nobody is there to take it. */
function expectNotTaken(answer: Response | null): void {
  expect(answer === null || answer.status === 422 || answer.status >= 500, `answered ${answer?.status}`).toBe(true);
}

/** Whoever is down already stays so: it is replaced before it can be killed again. */
function kill(name: "web" | "postgres"): void {
  try {
    process.kill(server.pids()[name], "SIGKILL");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH" && (error as NodeJS.ErrnoException).code !== "ENOENT")
      throw error;
  }
}

/** Opening is repeated like everything else. */
async function opened(open: () => Promise<number>): Promise<number> {
  await untilWellAgain(server);
  return open();
}
