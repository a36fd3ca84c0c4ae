import { z } from "zod";
import { CRITERIA, EQUAL_WEIGHTS, isDocumented, perCriterion } from "../../domain/criteria.ts";
import { CUT_METHODS } from "../../domain/cuts.ts";
import { AUDIT_MEASURES } from "../../domain/scoring-audit.ts";
import { BESIDE_OTHERS, must, oneLine, says, Uuid } from "../fields.ts";
import { MAX_TEXT_LENGTH } from "../interview.ts";
import { ExternalId, ExternalIdOrNull } from "./fields.ts";
import { CreatedBetween, ListQuery, listAnswer } from "./list.ts";

/** The wire of templates: what an interview asks, and how it is judged. */

export const MAX_QUESTIONS = 100;
/** Of an ideal answer, in other words. */
const MAX_ALTERNATIVES = 20;
/** Characters: an answer of six minutes. */
const MAX_ALTERNATIVE_LENGTH = 5_000;
export const QUESTION_TYPES = ["technical", "behavioral", "situational", "culture", "general"] as const;
export const DIFFICULTIES = ["easy", "medium", "hard"] as const;

const text = z.string(must("text")).max(MAX_TEXT_LENGTH, says("characters_at_most"));
const filledText = text.refine((value) => value.trim() !== "", says("not_empty"));
const alternative = z
  .string(must("text"))
  .max(MAX_ALTERNATIVE_LENGTH, says("characters_at_most"))
  .refine((value) => value.trim() !== "", says("not_empty"));
const seconds = z.int(must("seconds")).min(1, says("at_least")).max(86_400, says("at_most")).nullable();
const percent = z.number(must("number")).min(0, says("at_least")).max(100, says("at_most"));
const weight = z.number(must("number")).min(0, says("at_least")).max(1_000, says("at_most"));
const oneOf = <T extends readonly [string, ...string[]]>(values: T) => z.enum(values, must("one_of_many"));

export const TemplateName = oneLine(200);

const QuestionBody = z.strictObject(
  {
    id: Uuid.optional().meta({
      description:
        "Which question of your organisation it is, in whatever words: a corrected one stays the same. Without it, it is the question that had exactly this text in the version before, or else a new one.",
    }),
    text: filledText.meta({ example: "Tell me about a bug you are proud of." }),
    type: oneOf(QUESTION_TYPES).meta({ description: "Decides which categories an answer says something about." }),
    difficulty: oneOf(DIFFICULTIES).default("medium"),
    keywords: z
      .array(oneLine(100), must("list_of_texts"))
      .max(100, says("entries_at_most"))
      .default([])
      .meta({ description: "What a good answer speaks of.", example: ["cause", "test"] }),
    ideal_answer: text.default(""),
    also_right: z
      .array(alternative, must("list_of_texts"))
      .max(MAX_ALTERNATIVES, says("entries_at_most"))
      .default([])
      .meta({
        description:
          "Other answers that are as right as the ideal one: best real ones, in the words of people who rated well, since a rubric of words knows right answers by their words. The closest one counts. Write them without names: they are the template's, and stay when a candidate is erased.",
      }),
    rubric_notes: text.default("").meta({ description: "What is strong, what is weak. Never shown to candidates." }),
    prep_seconds: seconds.default(null),
    answer_seconds: seconds.default(null).meta({ description: "Advice to the candidate; null: no limit." }),
    retakes: z.int(must("whole_number")).min(0, says("or_more")).max(10, says("at_most")).default(0),
  },
  must("object"),
);
export type QuestionBody = z.infer<typeof QuestionBody>;

const Questions = z
  .array(QuestionBody, must("list"))
  .min(1, says("entry_at_least"))
  .max(MAX_QUESTIONS, says("entries_at_most"))
  .meta({ description: "In the order in which they are asked." });

const Weights = z
  .strictObject(
    perCriterion((criterion) => (isDocumented(criterion) ? weight : weight.default(1))),
    must("object"),
  )
  .refine((weights) => Object.values(weights).some((value) => value > 0), says("not_all_zero"))
  .meta({ description: "Of the four categories in the overall score." });

/** Shown to every candidate by name, and the language it speaks. */
const AvatarSettings = z.strictObject(
  { name: oneLine(60).optional(), language: oneLine(35).optional().meta({ example: "en-US" }) },
  must("object"),
);

const fields = {
  name: TemplateName.meta({ description: "Unique in your organisation.", example: "Backend engineer" }),
  external_id: ExternalId.nullable(),
  role_title: oneLine(200).meta({ description: "What candidates read.", example: "Backend engineer" }),
  introduction: text.meta({ description: "What the avatar says first." }),
  category_weights: Weights,
  pass_threshold: percent.meta({
    description: "From this overall score on, `passed` is recommended. A proposal: see `cuts`.",
  }),
  fail_threshold: percent.meta({
    description: "Below this overall score, `failed` is recommended. A proposal: see `cuts`.",
  }),
  company_values: z
    .array(oneLine(100), must("list_of_texts"))
    .max(50, says("entries_at_most"))
    .meta({ description: "What you ask of people; none: a general set." }),
  gating_categories: z.array(oneOf(CRITERIA), must("list")).max(CRITERIA.length, says("entries_at_most")).meta({
    description:
      "Below 50 in one of these, `passed` is not recommended; where cuts were set, below their `fail` if that is lower.",
  }),
  require_person_to_fail: z
    .boolean(must("true_or_false"))
    .meta({ description: "`failed` is recommended to nobody without a person's look." }),
  coaching_notes: z.boolean(must("true_or_false")).meta({
    description:
      "Shows reviewers, under each spoken answer, how many filler words it has, how fast it was spoken and how easy its words read. They weigh nothing in any score, and depend on accent, language and nerves, so they are off unless you ask for them. Guests of a share link never see them.",
  }),
  avatar: oneLine(100),
  avatar_settings: AvatarSettings,
  browser_recognition: z.boolean(must("true_or_false")).meta({
    description:
      "Lets candidates choose, in browsers that can, that the browser writes their words down while they speak. Their voice then also goes to the browser's maker, which the consent says, so it is off unless you ask for it, and off in the room until they turn it on.",
  }),
  questions: Questions,
};

export const DEFAULT_THRESHOLDS = { pass: 70, fail: 45 };

export const CreateTemplateBody = z
  .strictObject(
    {
      ...fields,
      external_id: fields.external_id.optional(),
      introduction: fields.introduction.default(""),
      category_weights: Weights.default(EQUAL_WEIGHTS),
      pass_threshold: fields.pass_threshold.default(DEFAULT_THRESHOLDS.pass),
      fail_threshold: fields.fail_threshold.default(DEFAULT_THRESHOLDS.fail),
      company_values: fields.company_values.default([]),
      gating_categories: fields.gating_categories.default([...CRITERIA]),
      require_person_to_fail: fields.require_person_to_fail.default(false),
      coaching_notes: fields.coaching_notes.default(false),
      avatar: fields.avatar.default("default"),
      avatar_settings: AvatarSettings.default({}),
      browser_recognition: fields.browser_recognition.default(false),
    },
    must("object"),
  )
  .refine(({ fail_threshold: fail, pass_threshold: pass }) => !(Number(fail) >= Number(pass)), {
    path: ["fail_threshold"],
    error: says("below_pass"),
    ...BESIDE_OTHERS,
  });
export type CreateTemplateBody = z.infer<typeof CreateTemplateBody>;

/** Only what is sent changes; questions are replaced as a whole. */
export const UpdateTemplateBody = z
  .strictObject(fields, must("object"))
  .partial()
  .refine((body) => Object.values(body).some((value) => value !== undefined), says("change_something"));
export type UpdateTemplateBody = z.infer<typeof UpdateTemplateBody>;

const TemplateQuestion = z.object({
  id: z.uuid().meta({ description: "Stays the same in every version, whatever becomes of its words." }),
  position: z.int(),
  text: z.string(),
  type: z.string(),
  difficulty: z.string(),
  keywords: z.array(z.string()),
  ideal_answer: z.string(),
  also_right: z.array(z.string()),
  rubric_notes: z.string(),
  prep_seconds: z.int().nullable(),
  answer_seconds: z.int().nullable(),
  retakes: z.int(),
});
export type TemplateQuestion = z.infer<typeof TemplateQuestion>;

const CutFigures = z.object({
  below: z.int().meta({ description: "Rated interviews that belong below it, whatever their score." }),
  above: z.int(),
  false_above: z.number().meta({ description: "Share of all rated interviews, 0–1, above it that belong below." }),
  false_below: z.number().meta({ description: "The same below it that belong above." }),
  interval_low: z.number().meta({ description: "Between these two it lies in 95 of 100 such settings." }),
  interval_high: z.number(),
  standard_error: z.number().nullable().meta({ description: "Over judges, in points; null where none judged." }),
});

const CutSetting = z.object({
  scorer: z.string().meta({
    description: "Whose scores: method, model and versions. Those of another version are other scores.",
    example: "offline_rubric 2.2.0",
  }),
  criterion: z.string().meta({ description: "A category, or `overall`." }),
  pass: z.number(),
  fail: z.number(),
  method: z.enum(CUT_METHODS),
  n: z.int().meta({ description: "Rated interviews." }),
  pass_figures: CutFigures,
  fail_figures: CutFigures,
  inherited: z
    .boolean()
    .meta({ description: "It was set for an earlier version, and since then wording alone was corrected." }),
  set_at: z.iso.datetime(),
});

/** Where scores are cut, and by what. */
const TemplateCuts = z.object({
  template_version_id: z.uuid(),
  status: z.enum(["proposed", "set"]).meta({
    description:
      "`proposed`: nobody has set the overall score's cuts by rated interviews for this version, so `pass_threshold` and `fail_threshold` are not validated. Models recommend by them; the built-in rubric recommends nothing, and a person looks. `set`: for some scorer they are set.",
  }),
  settings: z.array(CutSetting).meta({ description: "Of each scorer and criterion the one that counts." }),
});

/** A template as it is published, without its questions, as lists have it. */
export const TemplateSummary = z.object({
  id: z.uuid(),
  external_id: ExternalIdOrNull,
  name: z.string(),
  version: z.int().meta({ description: "The number of the version that is published: 1, 2, 3 …" }),
  role_title: z.string(),
  question_count: z.int(),
  created_at: z.iso.datetime(),
  archived_at: z.iso.datetime().nullable(),
});
export type TemplateSummary = z.infer<typeof TemplateSummary>;

/** What the scores of the published version were tried for in the last night that they were. */
const TemplateAudit = z
  .object({
    version: z.int().meta({
      description:
        "Of the answers that it was tried on: the published version's, or an earlier one's until that has any.",
    }),
    ran_at: z.iso.datetime(),
    rubric_version: z.string(),
    holds: z.boolean().meta({
      description:
        "Whether each check was within its limit when it last could be judged. Where one was not, interviews of this version that this rubric scores are recommended `needs_review` only, with the look reason `audit_failed`.",
    }),
    checks: z.array(
      z.object({
        measure: z.enum(AUDIT_MEASURES).meta({
          description:
            "What was changed that must change nothing: the candidate's name, the order of the questions, sentences that say nothing, misheard words, words to the scorer (the points gained, and the interviews that pass by it), the length of talk about something else.",
        }),
        value: z.number().nullable().meta({ description: "In points, null: there was nothing to compare." }),
        limit: z.number(),
        n: z.int().meta({ description: "Comparisons that it rests on." }),
        holds: z.boolean().nullable().meta({ description: "Null: too few to say." }),
      }),
    ),
  })
  .nullable()
  .meta({
    description:
      "Every night the offline rubric is tried on the newest answers that were given to the published version. Null: it has not been yet.",
  });

export const Template = TemplateSummary.extend({
  introduction: z.string(),
  category_weights: z.object(perCriterion(() => z.number())),
  pass_threshold: z.number(),
  fail_threshold: z.number(),
  cuts: TemplateCuts,
  company_values: z.array(z.string()),
  gating_categories: z.array(z.string()),
  require_person_to_fail: z.boolean(),
  coaching_notes: z.boolean(),
  avatar: z.string(),
  avatar_settings: z.record(z.string(), z.unknown()),
  browser_recognition: z.boolean(),
  questions: z.array(TemplateQuestion),
  audit: TemplateAudit,
});
export type Template = z.infer<typeof Template>;

export const ListTemplatesQuery = ListQuery.extend({
  external_id: ExternalId.optional(),
  name: TemplateName.optional().meta({ description: "Exactly this name." }),
  archived: z
    .enum(["true", "false"], says("true_or_false"))
    .default("false")
    .meta({ description: "`true`: those that were put away, instead of those that are in use." }),
  ...CreatedBetween,
});
export type ListTemplatesQuery = z.infer<typeof ListTemplatesQuery>;

export const TemplateAnswer = z.object({ success: z.literal(true), template: Template });
export const TemplatesAnswer = listAnswer(TemplateSummary);
