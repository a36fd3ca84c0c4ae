import { useMutation } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useReducer, useRef, useState } from "react";
import { SessionElsewhere } from "@/lib/client/claim/session-claim.ts";
import { forgetDrafts, readUnfinished, writeDraft } from "@/lib/client/drafts.ts";
import { ClientError } from "@/lib/client/fetch-json.ts";
import { getNextQuestions } from "@/lib/client/interview-api.ts";
import {
  addIssueMutation,
  giveConsentMutation,
  startSessionMutation,
  untilAnswered,
} from "@/lib/client/interview-mutations.ts";
import type { LocalMark } from "@/lib/client/recorder/recorder.ts";
import { UploadStopped } from "@/lib/client/upload/upload-errors.ts";
import type { AddIssueBody } from "@/lib/contract/interview.ts";
import { consentVersion } from "@/lib/domain/consent.ts";
import type { InvitedQuestion, OpenInvitation } from "@/lib/domain/invitation-view.ts";
import { planRecording } from "./plan-recording.ts";
import {
  type ClosedReason,
  enterRoom,
  type GivenAnswer,
  type Phase,
  type RecordingChoice,
  roomReducer,
} from "./room-state.ts";
import { useOutbox } from "./use-outbox.ts";
import { useRoomRecording } from "./use-room-recording.ts";
import { browserInfo, handedOver, keptAnswer, keptQuestion } from "./wire.ts";

/** A technical issue, for the recruiter to read. */
export type Issue = { code: string; message: string };

type MediaMark = NonNullable<AddIssueBody["issue"]["media"]>;

const CLOSED: Partial<Record<string, ClosedReason>> = {
  interview_completed: "completed",
  session_ended: "completed",
  invitation_expired: "expired",
  invitation_revoked: "revoked",
  interview_not_found: "not_found",
  session_not_found: "not_found",
};

/**
 * The room: where the candidate stands, and what happens on entering a phase. Views call the actions and draw the rest.
 */
export function useRoom(invitation: OpenInvitation) {
  const words = consentVersion(invitation.outside, invitation.recording);
  const { agreed } = invitation;
  const [state, dispatch] = useReducer(roomReducer, { invitation, agreed }, enterRoom);
  const { phase } = state;
  const sessionId = "sessionId" in phase ? phase.sessionId : null;
  const consent = useMutation(giveConsentMutation());
  const start = useMutation(startSessionMutation());
  const issue = useMutation(addIssueMutation());
  const recording = useRoomRecording({
    sessionId,
    wanted: state.recording,
    report: (told, mark) => void report(told, mark),
    onLost: () => dispatch({ type: "taken_over" }),
    onReachable: () => outbox.wake(),
  });
  const { devices, recorder, begin } = recording;
  const outbox = useOutbox({ toWire: recorder.toWire, beforeEnd: finishRecording });
  const claim = useMutation({
    mutationKey: ["interview", "claim"],
    mutationFn: (one: { sessionId: string; takeOver: boolean }) => recorder.claim(one.sessionId, one.takeOver),
    ...untilAnswered,
  });
  /** What was being written when the interview was closed. */
  const [unfinished, setUnfinished] = useState<string[]>([]);
  /** Where in the recording a question was asked on this page. */
  const asked = useRef(new Map<string, LocalMark | null>());
  /** Issues wait for a session that they can be told to. */
  const issues = useRef<{ sessionId: string | null; untold: Issue[] }>({ sessionId: null, untold: [] });

  /** A refusal that no repetition changes closes the room; anything else can be tried again. */
  function fail(error: unknown): void {
    const reason = error instanceof ClientError ? CLOSED[error.code] : undefined;
    const message = error instanceof Error ? error.message : "Something went wrong.";
    dispatch(reason ? { type: "refused", reason } : { type: "failed", problem: { message } });
  }

  function tell(told: Issue, media: MediaMark | null = null): void {
    const { sessionId: session_id, untold } = issues.current;
    if (session_id === null) untold.push(told);
    else issue.mutate({ session_id, issue: { ...told, media } });
  }

  /** Something happened to the recording: the recruiter reads what and where. */
  async function report(told: Issue, mark: LocalMark | null): Promise<void> {
    tell(told, await recorder.toWire(mark));
  }

  async function startSession({ choice, takeOver }: Extract<Phase, { name: "starting" }>): Promise<void> {
    const stream = devices.state.status === "on" ? devices.state.devices.stream : null;
    try {
      const session = await start.mutateAsync({
        interview_token: invitation.token,
        recording_config: planRecording(choice, stream, state.recording).config,
        avatar: invitation.avatar,
        browser_info: browserInfo(),
      });
      const sessionId = session.session_id;
      await claim.mutateAsync({ sessionId, takeOver });
      await outbox.open(sessionId);
      const handed = await askServer(sessionId);
      // Who began the session may have decided after this page was opened.
      const wanted = session.recording_wanted ?? state.recording;
      const { source } = planRecording(choice, await recording.adapt(wanted), wanted);
      const records = (choice.audio && wanted.audio) || (choice.video && wanted.video);
      if (records) await begin(source, wanted);
      issues.current.sessionId = sessionId;
      for (const told of issues.current.untold.splice(0)) tell(told);
      dispatch({ type: "started", sessionId, resumed: session.resumed === true, recording: wanted, handed });
    } catch (error) {
      if (error instanceof SessionElsewhere) dispatch({ type: "found_elsewhere" });
      else fail(error);
    }
  }

  /** Which questions come next. What was answered here is told first, or the server would ask it again. */
  const askServer = async (sessionId: string) => handedOver(await outbox.ask(() => getNextQuestions(sessionId)));

  async function lookAhead(sessionId: string): Promise<void> {
    try {
      dispatch({ type: "handed_over", handed: await askServer(sessionId) });
    } catch (error) {
      fail(error);
    }
  }

  function markOf({ id }: InvitedQuestion): LocalMark | null {
    const mark = asked.current.get(id) ?? recorder.mark();
    asked.current.set(id, mark);
    return mark;
  }

  const kept = (question: InvitedQuestion) => keptQuestion(question, invitation.avatar, markOf(question));

  /** The answer is safe on this device: the interview goes on, and the server is told meanwhile. */
  async function keepAnswer({ question, answer }: Extract<Phase, { name: "keeping" }>): Promise<void> {
    await outbox.add({ kind: "answer", question: kept(question), answer: keptAnswer(answer) });
    writeDraft(
      { localKey: invitation.localKey, questionId: question.id },
      { text: "", heard: "" },
      invitation.openUntil,
    );
    dispatch({ type: "answer_kept" });
  }

  async function finishRecording(): Promise<void> {
    await recorder.finish().catch((error) => {
      if (!(error instanceof UploadStopped)) throw error; // what was refused for good holds nobody back
    });
  }

  async function finish(): Promise<void> {
    try {
      await outbox.add({ kind: "end" });
      await recorder.stop(); // however long it takes until the server knows, nothing more is recorded
      devices.turnOff();
      await outbox.settled();
      recorder.letGo();
      forgetDrafts(invitation.localKey);
      dispatch({ type: "ended" });
    } catch (error) {
      fail(error);
    }
  }

  async function leaveOut(): Promise<void> {
    await outbox.leaveOut();
    if ("problem" in phase && phase.problem) dispatch({ type: "retried" });
  }

  const enter = useEffectEvent((phase: Phase) => {
    switch (phase.name) {
      case "starting":
        return phase.problem ? undefined : void startSession(phase);
      case "asking":
        recording.forgetSetback();
        return void outbox.add({ kind: "question", question: kept(phase.question) });
      case "answering":
        return void lookAhead(phase.sessionId);
      case "keeping":
        return void keepAnswer(phase);
      case "waiting":
        return phase.problem ? undefined : void lookAhead(phase.sessionId);
      case "finishing":
        return phase.problem ? undefined : void finish();
      case "elsewhere":
        if (phase.choice === null) devices.turnOff();
        return undefined;
      case "closed":
        void recorder.stop();
        devices.turnOff();
        if (phase.reason === "not_found") return undefined; // it may be the server's mistake: what waits goes on waiting
        setUnfinished(readUnfinished(invitation.localKey));
        forgetDrafts(invitation.localKey);
        return void outbox.discard();
      default:
        return undefined;
    }
  });
  useEffect(() => enter(phase), [phase]);

  const { refused } = outbox.state;
  const onRefused = useEffectEvent(fail);
  useEffect(() => {
    if (refused) onRefused(refused);
  }, [refused]);

  return {
    state,
    agreed,
    devices,
    recorder,
    consent,
    outbox: outbox.state,
    unfinished,
    setback: recording.setback,
    failure: recording.failure,
    blind: recording.blind,
    /** The server is asked again for something that the candidate waits for. */
    struggling: [consent, start, claim].some(
      ({ isPending, failureCount, isPaused }) => isPending && (failureCount > 0 || isPaused),
    ),
    agree: () =>
      consent.mutate(
        { interview_token: invitation.token, consent_version: words, consent_hash: invitation.consentHash },
        { onSuccess: () => dispatch({ type: "agreed" }), onError: fail },
      ),
    continueAgreed: () => dispatch({ type: "agreed" }),
    chooseDevices: (choice: RecordingChoice) => dispatch({ type: "devices_chosen", choice }),
    introduced: () => dispatch({ type: "introduced" }),
    beginAnswer: () => dispatch({ type: "answer_begun", atMs: performance.now(), mark: recorder.mark() }),
    giveAnswer: (given: GivenAnswer) => dispatch({ type: "answer_given", answer: given }),
    retry: () => dispatch({ type: "retried" }),
    /** Tells the server once more what it refused. */
    tellAgain: () => void outbox.settled().catch(fail),
    /** Goes on without the answer that the server refuses; null while there is none. */
    leaveOut: outbox.state.canLeaveOut ? () => void leaveOut() : null,
    tell: (told: Issue) => tell(told),
    continueHere: () => dispatch({ type: "continued_here" }),
    recover: recording.recover,
    tryRecordingAgain: recording.tryAgain,
  };
}

export type Room = ReturnType<typeof useRoom>;
