import { expect, test } from "vitest";
import { Review } from "../contract/review.ts";
import { db } from "../db/client.ts";
import { testDatabase, testOrganization } from "../testing/database/database.ts";
import { interviewMaker, testReviewer } from "../testing/interviews.ts";
import { toldOf } from "../testing/refusals.ts";
import { decide, getLatestDecision, getReview } from "../testing/reviewed.ts";

await testDatabase();
const actor = await testOrganization("Reviews");
const reviewer = await testReviewer(actor, "Rita Reviewer");
const make = await interviewMaker(actor);

async function completed(email: string) {
  const made = await make({ name: "Ada Lovelace", email, session: "completed" });
  return { ...made, sessionId: made.sessionId as string };
}

test("a review has questions in order, the answer that counts and the retakes, at their places in the recording", async () => {
  const { id, sessionId, publicId, candidateId } = await completed("order@example.com");
  await db().recording.create({
    data: {
      sessionId,
      status: "completed",
      processingStatus: "completed",
      file: "recordings/x.webm",
      mimeType: "audio/webm",
      durationSeconds: 61.5,
      sizeBytes: 3_000_000_000n,
      segments: {
        create: [
          { index: 0, clientKey: "0", mimeType: "audio/webm", startMs: 0 },
          { index: 1, clientKey: "1", mimeType: "audio/webm", startMs: 30_000 },
        ],
      },
    },
  });
  const common = { type: "technical", difficulty: "medium", avatar: "default" };
  const second = await db().question.create({
    data: { ...common, sessionId, position: 2, text: "Second?", segmentIndex: 1, segmentOffsetMs: 1_500 },
  });
  const first = await db().question.create({ data: { ...common, sessionId, position: 1, text: "First?" } });
  await db().answer.create({ data: { sessionId, questionId: second.id, position: 1, text: "try one" } });
  await db().answer.create({
    data: { sessionId, questionId: second.id, position: 2, text: "try two", segmentIndex: 1, segmentOffsetMs: 4_000 },
  });
  await db().answer.create({ data: { sessionId, questionId: first.id, position: 3, text: "  " } });

  const review = await getReview(id, reviewer);
  expect(Review.parse(review)).toEqual(review);
  expect(review.state).toBe("completed");
  expect(review.recording).toMatchObject({
    kind: "audio",
    size_bytes: 3_000_000_000,
    media_url: `/api/interview/recording/${candidateId}/media?session_id=${publicId}`,
  });
  const [one, two] = review.questions;
  expect(one).toMatchObject({ text: "First?", media_offset_seconds: null, answer: { skipped: true }, retakes: [] });
  expect(two).toMatchObject({
    text: "Second?",
    media_offset_seconds: 31.5,
    answer: { text: "try two", media_offset_seconds: 34 },
  });
  expect(two?.retakes.map(({ text }) => text)).toEqual(["try one"]);
});

test("of several analyses the latest is shown", async () => {
  const { id, sessionId } = await completed("versions@example.com");
  const { organizationId } = actor;
  await db().analysis.createMany({
    data: [
      { organizationId, sessionId, version: 1, status: "completed", overallScore: 40, method: "offline_rubric" },
      { organizationId, sessionId, version: 2, status: "failed", error: { code: "failed", message: "It broke." } },
    ],
  });
  const { analysis } = await getReview(id, reviewer);
  expect(analysis).toMatchObject({ version: 2, status: "failed", overall_score: null, error: "It broke." });
});

test("while a newer try has no scores, those of the last completed analysis stand", async () => {
  const { id, sessionId } = await completed("standing@example.com");
  const { organizationId } = actor;
  const common = { type: "technical", difficulty: "medium", avatar: "default" };
  const question = await db().question.create({ data: { ...common, sessionId, position: 1, text: "First?" } });
  const first = await db().analysis.create({
    data: { organizationId, sessionId, version: 1, status: "completed", overallScore: 40, method: "offline_rubric" },
  });
  const levels = { technical: 40, communication: null, problem_solving: null, cultural_fit: null };
  const scored = { levels, score: 40, feedback: "Short.", strengths: [], improvements: [], evidence: [] };
  await db().questionAnalysis.create({ data: { ...scored, analysisId: first.id, questionId: question.id } });
  const reviewer = await testReviewer(actor, "Rolf Reviewer");
  const second = {
    organizationId,
    sessionId,
    version: 2,
    status: "failed",
    requestedById: reviewer.id ?? null,
  } as const;
  await db().analysis.create({ data: second });

  const review = Review.parse(await getReview(id, reviewer));
  expect(review.analysis).toMatchObject({ version: 2, status: "failed", overall_score: null });
  expect(review.standing_analysis).toMatchObject({ version: 1, overall_score: 40, spread: { technical: null } });
  expect(review.questions[0]?.analysis).toMatchObject({ score: 40, status: "assessed", readings: 0 });
  expect(review.analysis?.versions).toMatchObject([
    { version: 2, requested_by: "Rolf Reviewer" },
    { version: 1, requested_by: null },
  ]);
});

test("what the calls to a model came to is summed over a failed try and the one that went on from it", async () => {
  const { id, sessionId } = await completed("calls@example.com");
  const { organizationId } = actor;
  const runId = crypto.randomUUID();
  const call = {
    ...{ runId, purpose: "score", host: "h", requestedModel: "m", promptVersion: "1", rubricVersion: "1" },
    ...{ scorerVersion: "1", parametersSent: {}, parametersDropped: [], rawOutput: "", latencyMs: 1 },
  };
  for (const [version, status] of [
    [1, "failed"],
    [2, "completed"],
  ] as const) {
    const { id: analysisId } = await db().analysis.create({
      data: { organizationId, sessionId, version, status, runId },
    });
    await db().analysisCall.create({
      data: { ...call, analysisId, key: String(version), inputTokens: 100, retries: version },
    });
  }
  const { analysis, standing_analysis } = await getReview(id, actor);
  expect(standing_analysis).toBeNull();
  expect(analysis?.calls_summary).toEqual({ calls: 2, input_tokens: 200, output_tokens: null, cost: null, retries: 3 });
});

test("the candidate's link is in no review", async () => {
  const { id } = await completed("link@example.com");
  const { token } = await db().interview.findUniqueOrThrow({ where: { id } });
  expect(JSON.stringify(await getReview(id, reviewer))).not.toContain(token);
});

test("a decision stands beside the earlier ones, with who and why, and in the audit log without its reason", async () => {
  const { id } = await completed("decide@example.com");
  await decide({ interviewId: id, decision: "needs_review", reason: "Sound was poor." }, reviewer);
  await decide({ interviewId: id, decision: "passed", reason: "Heard it again: clear." }, reviewer);
  const { decisions } = await getReview(id, reviewer);
  expect(decisions.map(({ decision, reason, by }) => [decision, reason, by])).toEqual([
    ["passed", "Heard it again: clear.", "Rita Reviewer"],
    ["needs_review", "Sound was poor.", "Rita Reviewer"],
  ]);
  const events = await db().auditEvent.findMany({ where: { subjectId: id, action: "decision.made" } });
  expect(events.map(({ actorId }) => actorId)).toEqual([reviewer.id, reviewer.id]);
  expect(JSON.stringify(events.map(({ detail }) => detail))).not.toContain("poor");
});

test("a decision on a page that has not seen the latest one is refused, with who decided what and when", async () => {
  const { id: interviewId } = await completed("stale@example.com");
  const other = await testReviewer(actor, "Otto Other");
  const first = await decide({ interviewId, decision: "passed", reason: "Clear.", seen_decision_id: null }, reviewer);
  const stale = { interviewId, decision: "failed", reason: "Weak.", seen_decision_id: null } as const;
  const refused = await toldOf(decide(stale, other));
  expect(refused).toMatchObject({
    code: "already_decided",
    message: expect.stringContaining(`Rita Reviewer decided to move forward, on ${first.at.slice(0, 10)} at`),
    issues: [{ path: "seen_decision_id", message: `is not the latest: that is ${first.decision_id}` }],
  });
  expect(await getLatestDecision(interviewId, reviewer)).toEqual({ latest: first, count: 1 });
  const knowing = await decide({ ...stale, seen_decision_id: first.decision_id.toUpperCase() }, other);
  expect(await getLatestDecision(interviewId, reviewer)).toEqual({ latest: knowing, count: 2 });
  await decide({ interviewId, decision: "passed", reason: "As programs do." }, reviewer); // saying nothing checks nothing
});

test("a decision that is sent again because its answer was lost is stored once", async () => {
  const { id: interviewId } = await completed("again@example.com");
  const sent = { interviewId, decision: "passed", reason: "Clear.", seen_decision_id: null } as const;
  const first = await decide(sent, reviewer);
  expect(await decide(sent, reviewer)).toEqual(first);
  expect(await getLatestDecision(interviewId, reviewer)).toMatchObject({ count: 1 });
  await expect(decide({ ...sent, reason: "Other words." }, reviewer)).rejects.toMatchObject({
    code: "already_decided",
  });
});

test("of many who decide at the same moment on the same page, one succeeds", async () => {
  const { id: interviewId } = await completed("race@example.com");
  const tries = await Promise.allSettled(
    Array.from({ length: 8 }, (_, at) =>
      decide({ interviewId, decision: "failed", reason: `By number ${at}.`, seen_decision_id: null }, reviewer),
    ),
  );
  expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const { decisions } = await getReview(interviewId, reviewer);
  expect(decisions).toHaveLength(1);
});

test("decisions made at the same moment each come after the one before, so that the last to be stored counts", async () => {
  const { id: interviewId } = await completed("order-of-decisions@example.com");
  const stored = await Promise.all(
    Array.from({ length: 6 }, (_, at) => decide({ interviewId, decision: "passed", reason: `No. ${at}` }, reviewer)),
  );
  expect(new Set(stored.map(({ at }) => at)).size).toBe(stored.length);
});

test("notes on how somebody speaks are there only where the template asks for them, and only of what was spoken", async () => {
  const { id, sessionId } = await completed("coaching@example.com");
  const common = { type: "technical", difficulty: "medium", avatar: "default" };
  const words = "Um, I looked at the trace first, and then I basically added an index to the table.";
  const given = [
    { answeredBy: "voice", text: words },
    { answeredBy: "text", text: words },
    { answeredBy: "both", text: words, recognizedText: "um i looked at the trace first you know and added an index" },
  ];
  for (const [index, answer] of given.entries()) {
    const position = index + 1;
    const question = await db().question.create({ data: { ...common, sessionId, position, text: `Q${position}?` } });
    await db().answer.create({
      data: { ...answer, sessionId, questionId: question.id, position, durationSeconds: 20 },
    });
  }
  const notes = async () => (await getReview(id, reviewer)).questions.map(({ coaching }) => coaching);
  expect(await notes()).toEqual([null, null, null]);
  const { templateId } = await db().interview.findUniqueOrThrow({ where: { id } });
  await db().template.update({ where: { id: templateId }, data: { coachingNotes: true } });
  try {
    const [voice, text, both] = await notes();
    expect(voice).toMatchObject({ filler_rate: expect.any(Number), words_per_minute: 51 });
    expect(text).toBeNull();
    expect(both).toMatchObject({ filler_rate: expect.any(Number), words_per_minute: null });
  } finally {
    await db().template.update({ where: { id: templateId }, data: { coachingNotes: false } });
  }
  const { questions } = await getReview(id, reviewer);
  expect(questions.map(({ answer }) => answer?.spoken_text)).toEqual([words, null, given[2]?.recognizedText]);
});

test("an interview that is not finished cannot be decided", async () => {
  const reason = "Too early.";
  const running = await make({ name: "R", email: "r@example.com", session: "active" });
  const invited = await make({ name: "I", email: "i@example.com" });
  for (const { id } of [running, invited]) {
    await expect(decide({ interviewId: id, decision: "failed", reason }, reviewer)).rejects.toMatchObject({
      code: "interview_not_completed",
    });
  }
  expect(await db().decision.count({ where: { reason } })).toBe(0);
});

test("another organisation can neither read nor decide, and cannot tell that there is something", async () => {
  const { id } = await completed("theirs@example.com");
  const stranger = await testReviewer(await testOrganization("Strangers"));
  const notFound = { code: "interview_not_found" };
  await expect(getReview(id, stranger)).rejects.toMatchObject(notFound);
  await expect(decide({ interviewId: id, decision: "failed", reason: "x" }, stranger)).rejects.toMatchObject(notFound);
  await expect(getReview(crypto.randomUUID(), stranger)).rejects.toMatchObject(notFound);
  await expect(getReview("not-a-uuid", stranger)).rejects.toMatchObject(notFound);
});

test("a program cannot decide", async () => {
  const { id } = await completed("program@example.com");
  const key = { organizationId: actor.organizationId, kind: "api_key", id: crypto.randomUUID() } as const;
  await expect(decide({ interviewId: id, decision: "passed", reason: "x" }, key)).rejects.toMatchObject({
    code: "forbidden",
  });
});

test("a review says what is missing, and that more may come", async () => {
  const { id, sessionId, publicId, candidateId } = await make({
    name: "Ada Lovelace",
    email: "gaps@example.com",
    session: "active",
  }).then((made) => ({ ...made, sessionId: made.sessionId as string }));
  const gaps = [{ segment: 0, missingParts: [3, 4], atSeconds: 12.5, seconds: 2 }];
  const facts = { format: "mp4", mimeType: "video/mp4", sizeBytes: 1_000, sha256: "abc" };
  const playlist = [{ ...facts, file: "recordings/beside.mp4", startMs: 30_000, durationMs: 4_500, segments: [1] }];
  await db().recording.create({ data: { sessionId, status: "completed", provisional: true, gaps, playlist } });
  expect(Review.parse(await getReview(id, actor)).recording).toMatchObject({
    provisional: true,
    gaps: [{ segment: 0, missing_parts: [3, 4], at_seconds: 12.5, seconds: 2 }],
    other_files: [
      {
        media_url: `/api/interview/recording/${candidateId}/media?session_id=${publicId}&file=2`,
        format: "mp4",
        size: 1_000,
        start_seconds: 30,
        duration_seconds: 4.5,
        segments: [1],
      },
    ],
  });
});

test("what was asked, said and quoted in a file beside the recording plays from there", async () => {
  const { id, sessionId } = await make({ name: "Ada", email: "aside@example.com", session: "completed" });
  if (!sessionId) throw new Error("no session");
  const facts = { format: "mp4", mimeType: "video/mp4", sizeBytes: 1_000, sha256: "abc", durationMs: 60_000 };
  const places = [
    { index: 1, startMs: 0 },
    { index: 3, startMs: 20_000 },
  ];
  const playlist = [{ ...facts, file: "recordings/aside.mp4", startMs: 30_000, segments: [1, 3], places }];
  await db().recording.create({ data: { sessionId, status: "completed", playlist } });
  const starts = [0, null, 30_000, null];
  for (const [index, startMs] of starts.entries()) {
    await db().segment.create({
      data: { sessionId, index, startMs, clientKey: `aside ${index}`, mimeType: "video/webm" },
    });
  }
  const mark = { segmentIndex: 3, segmentOffsetMs: 2_000 };
  const asked = { sessionId, text: "Why?", type: "general", difficulty: "easy", avatar: "default", position: 1 };
  const question = await db().question.create({ data: { ...asked, ...mark } });
  const said = { sessionId, questionId: question.id, text: "First this. Then that.", position: 1, durationSeconds: 10 };
  const answer = await db().answer.create({ data: { ...said, ...mark, segmentOffsetMs: 4_000 } });
  const analysis = await db().analysis.create({
    data: { organizationId: actor.organizationId, sessionId, version: 1, status: "completed" },
  });
  const evidence = [{ quote: "Then that", category: "technical", note: "n" }];
  const scored = { analysisId: analysis.id, questionId: question.id, answerId: answer.id, levels: {}, feedback: "f" };
  await db().questionAnalysis.create({ data: { ...scored, strengths: [], improvements: [], evidence } });

  const [shown] = (await getReview(id, actor)).questions;
  expect(shown).toMatchObject({ media_file: 2, media_offset_seconds: 22 });
  expect(shown?.answer).toMatchObject({ media_file: 2, media_offset_seconds: 24 });
  expect(shown?.analysis?.evidence).toMatchObject([
    { media_file: 2, media_offset_seconds: expect.closeTo(29.455, 2), approximate: true },
  ]);
});
