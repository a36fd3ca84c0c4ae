import { blanked, kept, RENEWED, removed, type Subject, type Table } from "./treatment.ts";

const STRUCTURE = "says which rows belong together, by numbers and ids that mean nothing elsewhere";
const UNLISTED = "keeps what is left out of every list";
const WHEN = "when something was done, which stays accountable; nothing of what was said";

const ofSessions = ({ candidateId }: Subject) => ({ session: { candidateId } });
const ofInterviews = ({ candidateId }: Subject) => ({ interview: { candidateId } });

/* Whom the organisation invited, and what became of it. Tables that refer to others stand before them: they are erased in this order. */

export const INTERVIEW_TABLES = {
  Transcript: {
    whose: "candidate",
    found: ({ candidateId }) => ({ answer: { session: { candidateId } } }),
    columns: removed(
      "id",
      "answerId",
      "text",
      "language",
      "confidence",
      "spans",
      "host",
      "model",
      "soundHash",
      "createdAt",
    ),
  } satisfies Table<"Transcript">,

  QuestionAnalysis: {
    whose: "candidate",
    found: ({ candidateId }) => ({ analysis: { session: { candidateId } } }),
    columns: removed(
      "analysisId",
      "questionId",
      "answerId",
      "status",
      "textSource",
      "score",
      "standardError",
      "listen",
      "spread",
      "samples",
      "levels",
      "feedback",
      "strengths",
      "improvements",
      "evidence",
      "flags",
    ),
  } satisfies Table<"QuestionAnalysis">,

  AnalysisScore: {
    whose: "candidate",
    found: ({ candidateId }) => ({ analysis: { session: { candidateId } } }),
    columns: removed("analysisId", "criterion", "score", "spread", "standardError"),
  } satisfies Table<"AnalysisScore">,

  AnalysisCall: {
    whose: "candidate",
    found: ({ candidateId }) => ({ analysis: { session: { candidateId } } }),
    columns: removed(
      "id",
      "analysisId",
      "runId",
      "key",
      "purpose",
      "questionId",
      "sample",
      "host",
      "requestedModel",
      "returnedModel",
      "requestId",
      "promptVersion",
      "rubricVersion",
      "scorerVersion",
      "parametersSent",
      "parametersDropped",
      "rawOutput",
      "inputTokens",
      "outputTokens",
      "cost",
      "latencyMs",
      "retries",
      "verification",
      "createdAt",
    ),
  } satisfies Table<"AnalysisCall">,

  Analysis: {
    whose: "candidate",
    found: ofSessions,
    columns: removed(
      "id",
      "organizationId",
      "sessionId",
      "version",
      "status",
      "requestedScorer",
      "requestedById",
      "runId",
      "inputHash",
      "method",
      "host",
      "model",
      "rubricVersion",
      "promptVersion",
      "evidenceCoverage",
      "overallScore",
      "overallStandardError",
      "overallFeedback",
      "flags",
      "finalStatus",
      "coverage",
      "lookReasons",
      "cutSettingId",
      "error",
      "startedAt",
      "completedAt",
      "createdAt",
    ),
  } satisfies Table<"Analysis">,

  Answer: {
    whose: "candidate",
    found: ofSessions,
    columns: removed(
      "id",
      "sessionId",
      "questionId",
      "clientKey",
      "position",
      "text",
      "recognizedText",
      "durationSeconds",
      "audioQuality",
      "answeredBy",
      "confidence",
      "segmentIndex",
      "segmentOffsetMs",
      "metadata",
      "answeredAt",
    ),
  } satisfies Table<"Answer">,

  Question: {
    whose: "candidate",
    found: ofSessions,
    columns: removed(
      "id",
      "sessionId",
      "templateQuestionId",
      "clientKey",
      "position",
      "text",
      "type",
      "difficulty",
      "avatar",
      "keywords",
      "idealAnswer",
      "alsoRight",
      "rubricNotes",
      "source",
      "clientClaims",
      "segmentIndex",
      "segmentOffsetMs",
      "metadata",
      "askedAt",
    ),
  } satisfies Table<"Question">,

  SessionEvent: {
    whose: "candidate",
    found: ofSessions,
    columns: removed(
      "id",
      "sessionId",
      "kind",
      "code",
      "say",
      "message",
      "data",
      "segmentIndex",
      "segmentOffsetMs",
      "at",
    ),
  } satisfies Table<"SessionEvent">,

  Decision: {
    whose: "candidate",
    found: ofSessions,
    columns: {
      ...kept(
        "a selection was made, by whom and when: employers must be able to show it",
        "decision",
        "userId",
        "apiKeyId",
        "createdAt",
      ),
      ...kept(STRUCTURE, "id", "organizationId", "sessionId", "recordingVersion", "analysisVersion"),
      ...kept(UNLISTED, "erased"),
      ...blanked("", "reason"),
    },
  } satisfies Table<"Decision">,

  Session: {
    whose: "candidate",
    found: ({ candidateId }) => ({ candidateId }),
    columns: {
      ...kept("tells a browser that still holds parts to delete them; it opens nothing any more", "id"),
      ...kept(STRUCTURE, "publicId", "organizationId", "interviewId", "candidateId", "epoch"),
      ...kept(UNLISTED, "erased"),
      ...kept(WHEN, "startedAt", "endedAt", "lastSeenAt", "provisionalAt", "latePartsAcceptedAt", "holderSeenAt"),
      ...kept("how far it came, and on what ground it was recorded", "status", "consentBasis"),
      ...kept("how much was let in, from the template", "quota"),
      ...kept(
        "how much there was, not what",
        "questionCount",
        "answerCount",
        "issueCount",
        "logCount",
        "textBytes",
        "metadataBytes",
      ),
      ...blanked(null, "browserInfo", "networkQuality", "holder"),
      ...blanked("default", "avatar"),
      // Clients write fields of their own into these.
      ...blanked({}, "metadata", "network", "recordingConfig", "avatarSettings"),
    },
  } satisfies Table<"Session">,

  ConsentShowing: {
    whose: "candidate",
    found: ofInterviews,
    columns: kept(
      "proves what was shown before anything was recorded: the words are everybody's",
      "interviewId",
      "hash",
      "shownAt",
    ),
  } satisfies Table<"ConsentShowing">,

  Consent: {
    whose: "candidate",
    found: ofInterviews,
    columns: kept(
      "proves that there was consent (GDPR art. 17(3)(e)): the words are everybody's, the interview is nobody's by name",
      "id",
      "interviewId",
      "hash",
      "version",
      "byId",
      "at",
    ),
  } satisfies Table<"Consent">,

  ConsentText: {
    whose: "nobody",
    found: null,
    columns: kept("words that the product shows to everybody", "hash", "language", "version", "text", "createdAt"),
  } satisfies Table<"ConsentText">,

  ShareLink: {
    whose: "candidate",
    found: ofInterviews,
    columns: removed(
      "id",
      "organizationId",
      "interviewId",
      "tokenHash",
      "createdBy",
      "expiresAt",
      "revokedAt",
      "createdAt",
    ),
  } satisfies Table<"ShareLink">,

  Interview: {
    whose: "candidate",
    found: ({ candidateId }) => ({ candidateId }),
    columns: {
      ...kept(STRUCTURE, "id", "organizationId", "candidateId", "templateId", "templateVersionId"),
      ...kept(UNLISTED, "erased"),
      ...kept(
        WHEN,
        "openedAt",
        "expiresAt",
        "revokedAt",
        "consentedAt",
        "createdAt",
        "startedAt",
        "endedAt",
        "decidedAt",
      ),
      ...kept("how far it came", "stage"),
      ...kept(
        "the database itself empties them with the analysis",
        "latestAnalysisId",
        "overallScore",
        "recommendation",
        "analysedAt",
      ),
      ...kept("which consent was given, and by whom for the candidate", "consentVersion", "consentById"),
      ...kept("the language that the invitation was made in, which is nobody's", "locale"),
      ...kept("what was decided, as decisions keep it", "awaitsDecision", "latestDecisionId", "decision"),
      ...blanked(RENEWED, "token"),
      ...blanked(null, "candidateName", "externalId"),
      ...blanked({}, "accommodations"),
    },
  } satisfies Table<"Interview">,

  DeletionRequest: {
    whose: "candidate",
    found: ({ candidateId }) => ({ candidateId }),
    columns: {
      ...kept("that it was asked for, and what came of it", "requestedAt", "endedAt", "outcome", "endedById"),
      ...kept(STRUCTURE, "id", "candidateId", "interviewId"),
      ...blanked(null, "reason"),
    },
  } satisfies Table<"DeletionRequest">,

  CandidateWork: {
    whose: "candidate",
    found: ({ candidateId }) => ({ candidateId }),
    columns: removed("holder", "candidateId", "until"),
  } satisfies Table<"CandidateWork">,

  Erasure: {
    whose: "candidate",
    found: ({ candidateId }) => ({ candidateId }),
    columns: kept(
      "proves that it was done, by numbers",
      "id",
      "organizationId",
      "candidateId",
      "requestedByKind",
      "requestedById",
      "requestedAt",
      "finishedAt",
      "counts",
    ),
  } satisfies Table<"Erasure">,

  Candidate: {
    whose: "candidate",
    found: ({ candidateId }) => ({ id: candidateId }),
    columns: {
      ...kept("a number that what is kept hangs on", "id", "organizationId"),
      ...kept(WHEN, "createdAt", "deletionRequestedAt", "erasingSince", "erasedAt"),
      ...kept(UNLISTED, "restricted"),
      ...kept("folded from name and address by the database itself, which makes it anew", "search"),
      ...blanked("Erased", "name"),
      ...blanked(({ candidateId }: Subject) => `erased-${candidateId}@erased.invalid`, "email"),
      ...blanked(null, "externalId"),
    },
  } satisfies Table<"Candidate">,
};
