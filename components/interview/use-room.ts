import { useMutation } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useReducer, useRef } from "react";
import { SessionElsewhere } from "@/lib/client/claim/session-claim.ts";
import { ClientError } from "@/lib/client/fetch-json.ts";
import {
  addAnswerMutation,
  addIssueMutation,
  addQuestionMutation,
  endSessionMutation,
  giveConsentMutation,
  startSessionMutation,
  untilAnswered,
} from "@/lib/client/interview-mutations.ts";
import type { LocalMark } from "@/lib/client/recorder/recorder.ts";
import { UploadStopped } from "@/lib/client/upload/upload-errors.ts";
import type { AddIssueBody } from "@/lib/contract/interview.ts";
import { consentVersion } from "@/lib/domain/consent.ts";
import type { InvitedQuestion, OpenInvitation } from "@/lib/domain/invitation-view.ts";
import { forgetDraft } from "./draft.ts";
import { planRecording } from "./plan-recording.ts";
import {
  type ClosedReason,
  enterRoom,
  type GivenAnswer,
  type Phase,
  type RecordingChoice,
  roomReducer,
} from "./room-state.ts";
import { useRoomRecording } from "./use-room-recording.ts";
import { answerBody, browserInfo, questionBody } from "./wire.ts";

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
  const [state, dispatch] = useReducer(
    roomReducer,
    { invitation, agreed: invitation.consentVersion === consentVersion(invitation.outside) },
    enterRoom,
  );
  const { phase } = state;
  const sessionId = "sessionId" in phase ? phase.sessionId : null;
  const consent = useMutation(giveConsentMutation());
  const start = useMutation(startSessionMutation());
  const question = useMutation(addQuestionMutation());
  const answer = useMutation(addAnswerMutation());
  const issue = useMutation(addIssueMutation());
  const end = useMutation(endSessionMutation());
  const recording = useRoomRecording({
    sessionId,
    wanted: state.recording,
    report: (told, mark) => void report(told, mark),
    onLost: () => dispatch({ type: "taken_over" }),
  });
  const { devices, recorder, begin } = recording;
  const claim = useMutation({
    mutationKey: ["interview", "claim"],
    mutationFn: (one: { sessionId: string; takeOver: boolean }) => recorder.claim(one.sessionId, one.takeOver),
    ...untilAnswered,
  });
  /** The questions asked on this page: where in the recording, and the server's id once it is asked for. */
  const asked = useRef(new Map<string, { mark: LocalMark | null; id: Promise<string> | null }>());
  /** Told before there was a session to tell it to. */
  const untold = useRef<Issue[]>([]);

  /** A refusal that no repetition changes closes the room; anything else can be tried again. */
  function fail(error: unknown): void {
    const reason = error instanceof ClientError ? CLOSED[error.code] : undefined;
    const message = error instanceof Error ? error.message : "Something went wrong.";
    dispatch(reason ? { type: "refused", reason } : { type: "failed", problem: { message } });
  }

  function tell(sessionId: string | null, told: Issue, media: MediaMark | null = null): void {
    if (sessionId === null) untold.current.push(told);
    else issue.mutate({ session_id: sessionId, issue: { ...told, media } });
  }

  /** Something happened to the recording: the recruiter reads what and where. */
  async function report(told: Issue, mark: LocalMark | null): Promise<void> {
    tell(sessionId, told, await recorder.toWire(mark));
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
      // Who began the session may have decided after this page was opened.
      const wanted = session.recording_wanted ?? state.recording;
      const { source } = planRecording(choice, await recording.adapt(wanted), wanted);
      if (source) await begin(source);
      for (const told of untold.current.splice(0)) tell(sessionId, told);
      const answered = (session.progress ?? []).flatMap((one) =>
        one.answered && one.template_question_id ? [one.template_question_id] : [],
      );
      dispatch({ type: "started", sessionId, answered, resumed: session.resumed === true, recording: wanted });
    } catch (error) {
      if (error instanceof SessionElsewhere) dispatch({ type: "found_elsewhere" });
      else fail(error);
    }
  }

  /** Tells the server that a question was asked; however often it is called, the server hears of it once. */
  function ask(sessionId: string, asking: InvitedQuestion): Promise<string> {
    const entry = asked.current.get(asking.id) ?? { mark: recorder.mark(), id: null };
    asked.current.set(asking.id, entry);
    if (entry.id) return entry.id;
    const id = recorder
      .toWire(entry.mark)
      .then((media) => question.mutateAsync(questionBody(sessionId, asking, invitation.avatar, media)))
      .then((added) => added.question_id);
    entry.id = id;
    id.catch(() => {
      entry.id = null; // the next attempt asks the server again
    });
    return id;
  }

  async function saveAnswer({ sessionId, index, answer: given }: Extract<Phase, { name: "saving" }>): Promise<void> {
    const answering = state.questions[index];
    if (!answering) return;
    try {
      const questionId = await ask(sessionId, answering);
      await answer.mutateAsync(answerBody(sessionId, questionId, given, await recorder.toWire(given.mark)));
      forgetDraft(sessionId, answering.id);
      dispatch({ type: "answer_saved" });
    } catch (error) {
      fail(error);
    }
  }

  async function finish(sessionId: string): Promise<void> {
    try {
      await recorder.finish().catch((error) => {
        if (!(error instanceof UploadStopped)) throw error; // what was refused for good holds nobody back
      });
      devices.turnOff();
      await end.mutateAsync({ session_id: sessionId });
      recorder.letGo();
      dispatch({ type: "ended" });
    } catch (error) {
      fail(error);
    }
  }

  const enter = useEffectEvent((phase: Phase) => {
    switch (phase.name) {
      case "starting":
        return phase.problem ? undefined : void startSession(phase);
      case "asking": {
        recording.forgetSetback();
        const asking = state.questions[phase.index];
        return asking ? void ask(phase.sessionId, asking).catch(fail) : undefined;
      }
      case "saving":
        return phase.problem ? undefined : void saveAnswer(phase);
      case "finishing":
        return phase.problem ? undefined : void finish(phase.sessionId);
      case "elsewhere":
        if (phase.choice === null) devices.turnOff();
        return undefined;
      case "closed":
        void recorder.stop();
        return devices.turnOff();
      default:
        return undefined;
    }
  });
  useEffect(() => enter(phase), [phase]);

  return {
    state,
    devices,
    recorder,
    consent,
    setback: recording.setback,
    blind: recording.blind,
    /** A write is being tried again. */
    struggling: [start, claim, question, answer, end].some((write) => write.isPending && write.failureCount > 1),
    agree: () =>
      consent.mutate(
        { interview_token: invitation.token, consent_version: consentVersion(invitation.outside) },
        { onSuccess: () => dispatch({ type: "agreed" }), onError: fail },
      ),
    continueAgreed: () => dispatch({ type: "agreed" }),
    chooseDevices: (choice: RecordingChoice) => dispatch({ type: "devices_chosen", choice }),
    introduced: () => dispatch({ type: "introduced" }),
    beginAnswer: () => dispatch({ type: "answer_begun", atMs: performance.now(), mark: recorder.mark() }),
    giveAnswer: (given: GivenAnswer) => dispatch({ type: "answer_given", answer: given }),
    retry: () => dispatch({ type: "retried" }),
    tell: (told: Issue) => tell(sessionId, told),
    continueHere: () => dispatch({ type: "continued_here" }),
    recover: recording.recover,
  };
}

export type Room = ReturnType<typeof useRoom>;
