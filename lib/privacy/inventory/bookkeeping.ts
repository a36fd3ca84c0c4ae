import { kept, removed, type Subject, type Table } from "./treatment.ts";

/* What the product keeps beside interviews. */

const MEMBERS = "a member's, who is not the candidate";
const TEMPLATES = "what the organisation asks, the same for everybody";
const OWN = "the product's own work: ids and times";
const RECORD =
  "who did what, by ids: the organisation answers for it; details that speak of the candidate are blanked by the database's own functions";

const ofEvents = ({ interviewIds }: Subject) => ({ interviewId: { in: interviewIds } });

export const BOOKKEEPING_TABLES = {
  WebhookAttempt: {
    whose: "candidate",
    found: (subject) => ({ delivery: { event: ofEvents(subject) } }),
    columns: removed("id", "deliveryId", "responseStatus", "responseBody", "error", "durationMs", "at"),
  } satisfies Table<"WebhookAttempt">,

  WebhookDelivery: {
    whose: "candidate",
    found: (subject) => ({ event: ofEvents(subject) }),
    columns: removed(
      "id",
      "webhookId",
      "eventId",
      "status",
      "attemptCount",
      "nextAttemptAt",
      "deliveredAt",
      "createdAt",
    ),
  } satisfies Table<"WebhookDelivery">,

  WebhookEvent: {
    whose: "candidate",
    found: ofEvents,
    columns: removed("id", "messageId", "organizationId", "interviewId", "type", "payload", "at"),
  } satisfies Table<"WebhookEvent">,

  IdempotencyKey: {
    whose: "mixed",
    // Sent by the candidate, or answered with something of theirs.
    found: ({ credentials, words, interviewIds }) => ({
      OR: [
        ...credentials.map((credential) => ({ caller: { contains: credential } })),
        ...[...credentials, ...interviewIds, ...words].map((word) => ({ body: { contains: word } })),
      ],
    }),
    columns: removed("caller", "key", "requestHash", "status", "body", "createdAt"),
  } satisfies Table<"IdempotencyKey">,

  AuditMark: {
    whose: "candidate",
    found: ({ organizationId, interviewIds }) => ({ organizationId, subjectId: { in: interviewIds } }),
    columns: removed("organizationId", "actorKind", "actorId", "action", "subjectId", "notedAt"),
  } satisfies Table<"AuditMark">,

  AuditEvent: {
    whose: "mixed",
    found: null,
    columns: kept(
      RECORD,
      "id",
      "organizationId",
      "actorKind",
      "actorId",
      "action",
      "subjectKind",
      "subjectId",
      "detail",
      "at",
    ),
  } satisfies Table<"AuditEvent">,

  AuditPermit: {
    whose: "nobody",
    found: null,
    columns: kept(OWN, "id", "transactionId", "kind", "before"),
  } satisfies Table<"AuditPermit">,

  Organization: {
    whose: "organization",
    found: null,
    columns: kept("the organisation's", "id", "name", "sandboxOfId", "createdAt"),
  } satisfies Table<"Organization">,

  User: {
    whose: "member",
    found: null,
    columns: kept(MEMBERS, "id", "organizationId", "email", "name", "passwordHash", "role", "signInEpoch", "createdAt"),
  } satisfies Table<"User">,

  SignIn: {
    whose: "member",
    found: null,
    columns: kept(MEMBERS, "id", "userId", "createdAt", "lastSeenAt", "endedAt", "device", "address"),
  } satisfies Table<"SignIn">,

  SecondFactor: {
    whose: "member",
    found: null,
    columns: kept(MEMBERS, "userId", "secret", "lastStep", "createdAt", "confirmedAt"),
  } satisfies Table<"SecondFactor">,

  RecoveryCode: {
    whose: "member",
    found: null,
    columns: kept(MEMBERS, "id", "userId", "hash", "usedAt"),
  } satisfies Table<"RecoveryCode">,

  ApiKey: {
    whose: "organization",
    found: null,
    columns: kept(
      "the organisation's",
      "id",
      "organizationId",
      "name",
      "prefix",
      "hash",
      "scopes",
      "corsOrigins",
      "expiresAt",
      "createdAt",
      "lastUsedAt",
      "revokedAt",
    ),
  } satisfies Table<"ApiKey">,

  Template: {
    whose: "organization",
    found: null,
    columns: kept(
      TEMPLATES,
      "id",
      "organizationId",
      "name",
      "externalId",
      "coachingNotes",
      "publishedVersionId",
      "createdAt",
      "archivedAt",
    ),
  } satisfies Table<"Template">,

  TemplateVersion: {
    whose: "organization",
    found: null,
    columns: kept(
      TEMPLATES,
      "id",
      "templateId",
      "number",
      "roleTitle",
      "introduction",
      "categoryWeights",
      "passThreshold",
      "failThreshold",
      "companyValues",
      "gatingCategories",
      "requirePersonToFail",
      "avatar",
      "avatarSettings",
      "browserRecognition",
      "createdAt",
      "publishedAt",
    ),
  } satisfies Table<"TemplateVersion">,

  CutSetting: {
    whose: "organization",
    found: null,
    columns: kept(
      "where scores are cut for everybody: counts and shares of rated interviews, none of them named",
      "id",
      "organizationId",
      "templateVersionId",
      "scorer",
      "criterion",
      "method",
      "n",
      "pass",
      "fail",
      "passFigures",
      "failFigures",
      "inheritedFrom",
      "setById",
      "createdAt",
    ),
  } satisfies Table<"CutSetting">,

  ScoringAudit: {
    whose: "organization",
    found: null,
    columns: kept(
      "numbers of many answers together, and not a word of any",
      "organizationId",
      "templateVersionId",
      "rubricVersion",
      "night",
      "measure",
      "value",
      "atMost",
      "n",
      "holds",
      "ranAt",
    ),
  } satisfies Table<"ScoringAudit">,

  VersionQuestion: {
    whose: "organization",
    found: null,
    columns: kept(
      TEMPLATES,
      "versionId",
      "questionId",
      "position",
      "text",
      "type",
      "difficulty",
      "keywords",
      "idealAnswer",
      "alsoRight",
      "rubricNotes",
      "prepSeconds",
      "answerSeconds",
      "retakes",
    ),
  } satisfies Table<"VersionQuestion">,

  BankQuestion: {
    whose: "organization",
    found: null,
    columns: kept(TEMPLATES, "id", "organizationId", "createdAt", "retiredAt"),
  } satisfies Table<"BankQuestion">,

  Webhook: {
    whose: "organization",
    found: null,
    columns: kept(
      "where the organisation's events go",
      "id",
      "organizationId",
      "url",
      "description",
      "events",
      "secret",
      "previousSecret",
      "previousSecretExpiresAt",
      "disabledAt",
      "disabledReason",
      "slowSince",
      "createdAt",
    ),
  } satisfies Table<"Webhook">,

  UpkeepTask: {
    whose: "nobody",
    found: null,
    columns: kept(OWN, "name", "after", "doneAt"),
  } satisfies Table<"UpkeepTask">,

  WorkerBeat: {
    whose: "nobody",
    found: null,
    columns: kept(OWN, "id", "startedAt", "beatAt"),
  } satisfies Table<"WorkerBeat">,
};
