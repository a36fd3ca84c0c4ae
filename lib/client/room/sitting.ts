import { consentVersion } from "../../domain/consent.ts";
import type { OpenInvitation } from "../../domain/invitation-view.ts";
import type { Happened } from "../../words/happened.ts";
import { giveConsent } from "../interview-api.ts";
import type { LocalMark, StartSegment } from "../recorder/recorder.ts";
import type { Backoff } from "../retry.ts";
import { UploadStopped } from "../upload/upload-errors.ts";
import { AwaitedRequests } from "./awaited-requests.ts";
import { IssueReports } from "./issue-reports.ts";
import { Observed } from "./observed.ts";
import { RECORDING_ISSUES } from "./recording-issues.ts";
import { closedReasonOf, problemOf } from "./refusal.ts";
import { RoomOutbox } from "./room-outbox.ts";
import { RoomRecorder } from "./room-recorder.ts";
import {
  enterRoom,
  type GivenAnswer,
  type Problem,
  type RecordingChoice,
  type RoomEvent,
  type RoomState,
  roomReducer,
} from "./room-state.ts";
import { SittingWork } from "./sitting-work.ts";

export type SittingState = {
  room: RoomState;
  /** The agreement on its way to the server. */
  consent: { isPending: boolean; problem: Problem | null };
  /** The server is asked again for something that the candidate waits for. */
  struggling: boolean;
  /** What was being written when the interview was closed. */
  unfinished: readonly string[];
};

type Options = {
  /** How a segment is recorded; without it, by this browser's recorder. */
  startSegment?: StartSegment;
  backoff?: Backoff;
};

/**
 * An interview as one page takes it: where the candidate stands, and what they do. Views call the actions and draw the
 * states: its own, that of the recorder with its devices, and that of the outbox.
 */
export class Sitting {
  readonly recorder: RoomRecorder;
  readonly outbox: RoomOutbox;
  readonly #invitation: OpenInvitation;
  readonly #observed: Observed<SittingState>;
  readonly #awaited: AwaitedRequests;
  readonly #issues = new IssueReports();
  readonly #work: SittingWork;
  #isOpen = false;

  constructor(invitation: OpenInvitation, { startSegment, backoff }: Options = {}) {
    this.#invitation = invitation;
    this.#observed = new Observed<SittingState>({
      room: enterRoom(invitation),
      consent: { isPending: false, problem: null },
      struggling: false,
      unfinished: [],
    });
    this.#awaited = new AwaitedRequests((struggling) => this.#change({ struggling }), backoff);
    this.recorder = new RoomRecorder({
      wanted: () => this.#room.recording,
      isInSession: () => "sessionId" in this.#room.phase,
      onIssue: (issue, mark) => void this.#report(RECORDING_ISSUES[issue], mark),
      onLost: () => this.#dispatch({ type: "taken_over" }),
      onReachable: () => this.outbox.wake(),
      startSegment,
    });
    this.outbox = new RoomOutbox({
      toWire: (mark) => this.recorder.page.toWire(mark),
      beforeEnd: () => this.#finishRecording(),
      onRefused: (error) => this.#fail(error),
    });
    this.#work = new SittingWork({
      ...{ invitation, recorder: this.recorder, outbox: this.outbox, awaited: this.#awaited, issues: this.#issues },
      room: () => this.#room,
      dispatch: (event) => this.#dispatch(event),
      fail: (error) => this.#fail(error),
      onUnfinished: (unfinished) => this.#change({ unfinished }),
    });
  }

  getState = () => this.#observed.getState();
  subscribe = (listener: () => void) => this.#observed.subscribe(listener);

  /** The page is there. @returns how to end it: for a page that goes away */
  open(): () => void {
    this.#isOpen = true;
    const wake = () => {
      this.#awaited.wake();
      this.#issues.wake();
    };
    window.addEventListener("online", wake);
    const closing = [this.recorder.open(), this.outbox.open()];
    return () => {
      this.#isOpen = false;
      window.removeEventListener("online", wake);
      for (const close of closing) close();
      this.#awaited.close();
      this.#issues.close();
    };
  }

  /** Agrees to what the page shows. Who has agreed to it before just goes on. */
  async agree(): Promise<void> {
    const { token, outside, recording, consentHash, agreed } = this.#invitation;
    if (agreed) return this.#dispatch({ type: "agreed" });
    if (this.getState().consent.isPending) return;
    this.#change({ consent: { isPending: true, problem: null } });
    const consent_version = consentVersion(outside, recording);
    const given = { interview_token: token, consent_version, consent_hash: consentHash };
    try {
      await this.#awaited.untilAnswered(() => giveConsent(given));
      this.#change({ consent: { isPending: false, problem: null } });
      this.#dispatch({ type: "agreed" });
    } catch (error) {
      this.#change({ consent: { isPending: false, problem: problemOf(error) } });
      this.#fail(error);
    }
  }

  chooseDevices(choice: RecordingChoice): void {
    this.#dispatch({ type: "devices_chosen", choice });
  }

  introduced(): void {
    this.#dispatch({ type: "introduced" });
  }

  beginAnswer(): void {
    this.#dispatch({ type: "answer_begun", atMs: performance.now(), mark: this.recorder.page.mark() });
  }

  giveAnswer(answer: GivenAnswer): void {
    this.#dispatch({ type: "answer_given", answer });
  }

  retry(): void {
    this.#dispatch({ type: "retried" });
  }

  /** Takes the interview over from whatever other window has it. */
  continueHere(): void {
    this.#dispatch({ type: "continued_here" });
  }

  /** Tells the server once more what it refused. */
  async tellAgain(): Promise<void> {
    await this.outbox.settled().catch((error) => this.#fail(error));
  }

  /** Goes on without the answer that the server refuses. */
  async leaveOut(): Promise<void> {
    await this.outbox.leaveOut();
    const { phase } = this.#room;
    if ("problem" in phase && phase.problem) this.retry();
  }

  /** The recruiter is to read of this. */
  tell(issue: Happened): void {
    this.#issues.tell(issue);
  }

  get #room(): RoomState {
    return this.getState().room;
  }

  #dispatch(event: RoomEvent): void {
    const before = this.#room;
    const room = this.#isOpen ? roomReducer(before, event) : before;
    if (room === before) return;
    this.#change({ room });
    if (room.phase !== before.phase) void this.#work.enter(room.phase);
  }

  /** A refusal that no repetition changes closes the room; anything else can be tried again. */
  #fail(error: unknown): void {
    const reason = closedReasonOf(error);
    this.#dispatch(reason ? { type: "refused", reason } : { type: "failed", problem: problemOf(error) });
  }

  /** Something happened to the recording: the recruiter reads what and where. */
  async #report(issue: Happened, mark: LocalMark | null): Promise<void> {
    this.#issues.tell(issue, await this.recorder.page.toWire(mark));
  }

  async #finishRecording(): Promise<void> {
    await this.recorder.page.finish().catch((error) => {
      if (!(error instanceof UploadStopped)) throw error; // what was refused for good holds nobody back
    });
  }

  #change(changed: Partial<SittingState>): void {
    this.#observed.set({ ...this.getState(), ...changed });
  }
}
