import { createHash } from "node:crypto";
import type { Dice } from "./dice.ts";
import type { HostileRequest } from "./hostile-request.ts";
import { mutate } from "./mutate.ts";

/** Ids of somebody else's interview. */
export type Foreign = { session_id: string; question_id: string; interview_token: string; candidateId: number };

/** What one candidate's client knows at a moment of its sitting. */
export type Sitting = {
  token: string;
  candidateId: number;
  apiKey: string;
  /** Null until it was started. */
  sessionId: string | null;
  questionIds: string[];
  foreign: readonly Foreign[];
};

type Step = (sitting: Sitting, dice: Dice) => HostileRequest;

const NOBODY = "00000000-0000-4000-8000-000000000000";
/** Two or three pages that share keys, so that much is repeated. */
const CLIENT_KEYS = ["a", "b", "c", "d", "e"];
const MIME_TYPES = ["video/webm;codecs=vp8,opus", "video/mp4", "audio/ogg", "video/x-matroska"];

/** Every call that a candidate's link opens, and what reads it; those that make a sitting long come more often. */
const STEPS: readonly (readonly [times: number, step: Step])[] = [
  [2, start],
  [1, consent],
  [5, question],
  [6, answer],
  [2, issue],
  [3, claim],
  [4, segment],
  [8, part],
  [3, close],
  [1, readUpload],
  [2, readResults],
  [1, voice],
  [1, end],
];
const DRAWN = STEPS.flatMap(([times, step]) => Array<Step>(times).fill(step));

/** One call of a sitting: any, in any order. */
export function nextCall(sitting: Sitting, dice: Dice): HostileRequest {
  return dice.pick(DRAWN)(sitting, dice);
}

/** The call that a sitting begins with, as it should be. */
export function firstCall({ token }: Sitting): HostileRequest {
  return json("/api/interview/session/start", { interview_token: token });
}

/** One call over and over, each time a little different: what limits are for. */
export function flood(sitting: Sitting, dice: Dice): () => HostileRequest {
  const step = dice.pick([question, answer, issue, segment, part, close, claim, start]);
  return () => step(sitting, dice);
}

function start({ token, foreign }: Sitting, dice: Dice): HostileRequest {
  const quality = dice.pick(["HD", "SD", { width: 640, height: 480, frame_rate: 30, bitrate: 99_999_999 }, "4K"]);
  const config = {
    format: dice.pick(["webm", "mp4", "mkv"]),
    quality,
    audio: dice.chance(0.8),
    video: dice.chance(0.8),
  };
  return mutated(dice, "/api/interview/session/start", {
    interview_token: dice.chance(0.92) ? token : dice.pick([...foreign.map((one) => one.interview_token), NOBODY]),
    ...(dice.chance(0.4) && { recording_config: config }),
    ...(dice.chance(0.2) && { browser_info: "x".repeat(dice.below(600)) }),
    ...noise(dice),
  });
}

function consent({ token }: Sitting, dice: Dice): HostileRequest {
  const consent_version = dice.pick(["2027-01", "1", "x".repeat(101)]);
  return mutated(dice, "/api/interview/consent", {
    interview_token: dice.chance(0.9) ? token : NOBODY,
    consent_version,
  });
}

function question(sitting: Sitting, dice: Dice): HostileRequest {
  return mutated(dice, "/api/interview/question/add", {
    session_id: sessionOf(sitting, dice),
    question_data: {
      text: text(dice),
      type: dice.pick(["technical", "behavioral", "x"]),
      keywords: Array.from({ length: dice.below(5) }, () => "key"),
      ...(dice.chance(0.2) && { ideal_answer: text(dice), rubric_notes: text(dice) }),
      ...clientKey(dice),
      ...mark(dice),
      ...noise(dice),
    },
  });
}

function answer(sitting: Sitting, dice: Dice): HostileRequest {
  const others = [...sitting.foreign.map((one) => one.question_id), NOBODY];
  const own = sitting.questionIds;
  return mutated(dice, "/api/interview/answer/add", {
    session_id: sessionOf(sitting, dice),
    question_id: own.length > 0 && dice.chance(0.9) ? dice.pick(own) : dice.pick(others),
    answer_data: {
      text: dice.chance(0.1) ? "" : text(dice),
      duration: dice.below(600),
      ...(dice.chance(0.2) && { recognized_text: text(dice), confidence: dice.below(100) / 100 }),
      ...clientKey(dice),
      ...mark(dice),
      ...noise(dice),
    },
  });
}

function issue(sitting: Sitting, dice: Dice): HostileRequest {
  const code = dice.pick(["camera_refused", "network_lost", "Not a code"]);
  const issue = { code, message: text(dice).slice(0, 600), ...mark(dice) };
  return mutated(dice, "/api/interview/issue/add", { session_id: sessionOf(sitting, dice), issue });
}

function claim(sitting: Sitting, dice: Dice): HostileRequest {
  const network = { rtt_ms: dice.below(900), upload_bps: dice.below(10_000_000) };
  return mutated(dice, `/api/interview/session/${sessionOf(sitting, dice)}/claim`, {
    client_key: dice.pick(CLIENT_KEYS),
    ...(dice.chance(0.4) && { take_over: true }),
    ...(dice.chance(0.5) && { network }),
  });
}

function segment(sitting: Sitting, dice: Dice): HostileRequest {
  return mutated(dice, `/api/interview/session/${sessionOf(sitting, dice)}/segments`, {
    client_key: dice.chance(0.6) ? dice.pick(CLIENT_KEYS) : `k${dice.below(1_000_000)}`,
    mime_type: dice.pick(MIME_TYPES),
    ...(dice.chance(0.3) && { epoch: dice.below(4) }),
  });
}

/** Most say the truth about themselves; under one number come other bytes now and then. */
function part(sitting: Sitting, dice: Dice): HostileRequest {
  const seq = dice.chance(0.9) ? dice.below(6) : dice.pick([99_999, 100_000, 4_000_000_000]);
  const length = dice.chance(0.95) ? 200 : dice.pick([0, 1, 900 * 1024, 900 * 1024 + 1]);
  const bytes = Buffer.alloc(length, dice.chance(0.9) ? seq % 256 : dice.below(256));
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const number = dice.chance(0.95) ? dice.below(3) : dice.pick([99_999, "x", -1]);
  return {
    method: "PUT",
    target: `/api/interview/session/${sessionOf(sitting, dice)}/segments/${number}/parts/${seq}`,
    headers: {
      "content-type": "application/octet-stream",
      "x-part-offset": String(dice.chance(0.95) ? seq * 200 : dice.below(2 ** 31)),
      "x-part-sha256": dice.chance(0.97) ? sha256 : randomHash(dice),
    },
    body: bytes,
  };
}

function close(sitting: Sitting, dice: Dice): HostileRequest {
  const parts = dice.pick([0, 1, 3, 6, 5_000, 100_000, 100_001, -1]);
  return mutated(dice, `/api/interview/session/${sessionOf(sitting, dice)}/segments/${dice.below(4)}/close`, { parts });
}

function readUpload(sitting: Sitting, dice: Dice): HostileRequest {
  return get(`/api/interview/session/${sessionOf(sitting, dice)}/upload`);
}

function readResults(sitting: Sitting, dice: Dice): HostileRequest {
  const { apiKey, candidateId } = sitting;
  const session = sessionOf(sitting, dice);
  const target = dice.pick([
    `/api/interview/session/${session}`,
    `/api/interview/analysis/${candidateId}?session_id=${session}`,
    `/api/interview/recording/${candidateId}`,
    `/api/interview/recording/${candidateId}/media`,
  ]);
  return get(target, dice.chance(0.9) ? { authorization: `Bearer ${apiKey}` } : {});
}

function voice(sitting: Sitting, dice: Dice): HostileRequest {
  return get(`/api/interview/session/${sessionOf(sitting, dice)}/voice/${dice.pick(["introduction", NOBODY, "x"])}`);
}

function end(sitting: Sitting, dice: Dice): HostileRequest {
  return mutated(dice, "/api/interview/session/end", { session_id: sessionOf(sitting, dice) });
}

function sessionOf({ sessionId, foreign }: Sitting, dice: Dice): string {
  if (dice.chance(0.93)) return sessionId ?? NOBODY;
  return dice.pick([...foreign.map((one) => one.session_id), NOBODY, "x"]);
}

function text(dice: Dice): string {
  return dice.pick(["why? ", "ы", "💣", "because it worked. "]).repeat(dice.pick([1, 1, 10, 100, 1_000]));
}

function clientKey(dice: Dice): object {
  return dice.chance(0.4) ? { client_key: dice.pick(CLIENT_KEYS) } : {};
}

function mark(dice: Dice): object {
  return dice.chance(0.3) ? { media: { segment: dice.below(4), offset_ms: dice.below(100_000) } } : {};
}

/** Fields that nobody knows: kept, up to a limit. */
function noise(dice: Dice): object {
  return dice.chance(0.1) ? { note: "n".repeat(dice.pick([10, 1_000, 60_000, 70_000])) } : {};
}

function randomHash(dice: Dice): string {
  return createHash("sha256")
    .update(String(dice.below(1_000_000)))
    .digest("hex");
}

function get(target: string, headers: Record<string, string> = {}): HostileRequest {
  return { method: "GET", target, headers, body: null };
}

function json(target: string, value: unknown): HostileRequest {
  const body = Buffer.from(JSON.stringify(value) ?? "");
  return { method: "POST", target, headers: { "content-type": "application/json" }, body };
}

function mutated(dice: Dice, target: string, value: object): HostileRequest {
  return json(target, dice.chance(0.05) ? mutate(value, dice) : value);
}
