import type { InvitedQuestion, OpenInvitation } from "../../domain/invitation-view.ts";
import { SessionElsewhere } from "../claim/session-claim.ts";
import { forgetDrafts, readUnfinished, writeDraft } from "../drafts.ts";
import { getNextQuestions, startSession } from "../interview-api.ts";
import type { LocalMark } from "../recorder/recorder.ts";
import type { AwaitedRequests } from "./awaited-requests.ts";
import type { IssueReports } from "./issue-reports.ts";
import { planRecording } from "./plan-recording.ts";
import { NothingHandedOver } from "./refusal.ts";
import type { RoomOutbox } from "./room-outbox.ts";
import type { RoomRecorder } from "./room-recorder.ts";
import type { ClosedReason, Handed, Phase, RoomEvent, RoomState } from "./room-state.ts";
import { browserInfo, handedOver, keptAnswer, keptQuestion } from "./wire.ts";

type PhaseOf<Name extends Phase["name"]> = Extract<Phase, { name: Name }>;

type Parts = {
  invitation: OpenInvitation;
  recorder: RoomRecorder;
  outbox: RoomOutbox;
  awaited: AwaitedRequests;
  issues: IssueReports;
  room: () => RoomState;
  dispatch: (event: RoomEvent) => void;
  fail: (error: unknown) => void;
  /** What was being written when the interview was closed. */
  onUnfinished: (texts: string[]) => void;
};

/** What is done when a phase of the room begins. What comes of it is told as an event. */
export class SittingWork {
  readonly #parts: Parts;
  /** Where in the recording a question was asked on this page. */
  readonly #asked = new Map<string, LocalMark | null>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  async enter(phase: Phase): Promise<void> {
    const { outbox, recorder } = this.#parts;
    if ("problem" in phase && phase.problem) return; // the candidate says when it is tried again
    switch (phase.name) {
      case "starting":
        return this.#start(phase);
      case "asking":
        recorder.forgetSetback();
        return outbox.add({ kind: "question", question: this.#kept(phase.question) });
      case "answering":
      case "waiting":
        return this.#lookAhead(phase);
      case "keeping":
        return this.#keepAnswer(phase);
      case "finishing":
        return this.#finish();
      case "elsewhere":
        if (phase.choice === null) recorder.devices.turnOff();
        return;
      case "closed":
        return this.#close(phase.reason);
    }
  }

  async #start({ choice, takeOver }: PhaseOf<"starting">): Promise<void> {
    const { invitation, recorder, outbox, awaited, issues, room, dispatch, fail } = this.#parts;
    const { config } = planRecording(choice, recorder.devices.stream, room().recording);
    try {
      const session = await awaited.untilAnswered(() =>
        startSession({
          interview_token: invitation.token,
          recording_config: config,
          avatar: invitation.avatar,
          browser_info: browserInfo(),
        }),
      );
      const sessionId = session.session_id;
      await awaited.untilAnswered(() => recorder.page.claim(sessionId, takeOver));
      await outbox.begin(sessionId);
      const handed = await this.#askServer(sessionId);
      // Who began the session may have decided after this page was opened.
      const wanted = session.recording_wanted ?? room().recording;
      const { source } = planRecording(choice, await recorder.adapt(wanted), wanted);
      const records = (choice.audio && wanted.audio) || (choice.video && wanted.video);
      if (records) await recorder.begin(source, wanted);
      issues.begin(sessionId);
      dispatch({ type: "started", sessionId, resumed: session.resumed === true, recording: wanted, handed });
    } catch (error) {
      if (error instanceof SessionElsewhere) dispatch({ type: "found_elsewhere" });
      else fail(error);
    }
  }

  /** How the sitting goes on. What was answered here is told first, or the server would ask it again. */
  async #askServer(sessionId: string): Promise<Handed> {
    return handedOver(await this.#parts.outbox.ask(() => getNextQuestions(sessionId)));
  }

  async #lookAhead(phase: PhaseOf<"answering" | "waiting">): Promise<void> {
    const { room, dispatch, fail } = this.#parts;
    try {
      dispatch({ type: "handed_over", handed: await this.#askServer(phase.sessionId) });
      // Without a word of it the candidate would wait for ever.
      if (phase.name === "waiting" && room().phase === phase) throw new NothingHandedOver();
    } catch (error) {
      fail(error);
    }
  }

  #kept(question: InvitedQuestion) {
    const { id } = question;
    const mark = this.#asked.get(id) ?? this.#parts.recorder.page.mark();
    this.#asked.set(id, mark);
    return keptQuestion(question, this.#parts.invitation.avatar, mark);
  }

  /** The answer is safe on this device: the interview goes on, and the server is told meanwhile. */
  async #keepAnswer({ question, answer }: PhaseOf<"keeping">): Promise<void> {
    const { localKey, openUntil } = this.#parts.invitation;
    await this.#parts.outbox.add({ kind: "answer", question: this.#kept(question), answer: keptAnswer(answer) });
    writeDraft({ localKey, questionId: question.id }, { text: "", heard: "" }, openUntil);
    this.#parts.dispatch({ type: "answer_kept" });
  }

  async #finish(): Promise<void> {
    const { invitation, recorder, outbox, dispatch, fail } = this.#parts;
    try {
      await outbox.add({ kind: "end" });
      await recorder.page.stop(); // however long it takes until the server knows, nothing more is recorded
      recorder.devices.turnOff();
      await outbox.settled();
      recorder.page.letGo();
      forgetDrafts(invitation.localKey);
      dispatch({ type: "ended" });
    } catch (error) {
      fail(error);
    }
  }

  async #close(reason: ClosedReason): Promise<void> {
    const { recorder, outbox, invitation, onUnfinished } = this.#parts;
    const stopping = recorder.page.stop();
    recorder.devices.turnOff();
    if (reason !== "not_found") {
      onUnfinished(readUnfinished(invitation.localKey));
      forgetDrafts(invitation.localKey);
      await outbox.discard();
    } // else it may be the server's mistake: what waits goes on waiting
    await stopping;
  }
}
