import type { CreateTemplateBody, UpdateTemplateBody } from "../contract/v1/templates.ts";
import type { QuestionFields, TemplateFields } from "../db/template-details.ts";

/** What is sent of a template, as it is stored: absent stays absent. Questions go by themselves. */
export function toFields(body: CreateTemplateBody): TemplateFields;
export function toFields(body: UpdateTemplateBody): Partial<TemplateFields>;
export function toFields(body: UpdateTemplateBody): Partial<TemplateFields> {
  const fields: { [K in keyof TemplateFields]?: TemplateFields[K] | undefined } = {
    name: body.name,
    externalId: body.external_id,
    roleTitle: body.role_title,
    introduction: body.introduction,
    categoryWeights: body.category_weights,
    passThreshold: body.pass_threshold,
    failThreshold: body.fail_threshold,
    companyValues: body.company_values,
    gatingCategories: body.gating_categories && [...new Set(body.gating_categories)],
    requirePersonToFail: body.require_person_to_fail,
    coachingNotes: body.coaching_notes,
    avatar: body.avatar,
    avatarSettings: body.avatar_settings && withoutAbsent(body.avatar_settings),
  };
  return withoutAbsent(fields) as Partial<TemplateFields>;
}

export function toQuestions(questions: CreateTemplateBody["questions"]): QuestionFields[] {
  return questions.map((question) => ({
    text: question.text,
    type: question.type,
    difficulty: question.difficulty,
    keywords: question.keywords,
    idealAnswer: question.ideal_answer,
    rubricNotes: question.rubric_notes,
    prepSeconds: question.prep_seconds,
    answerSeconds: question.answer_seconds,
    retakes: question.retakes,
  }));
}

function withoutAbsent<T extends object>(fields: T): { [K in keyof T]: NonNullable<T[K]> | Extract<T[K], null> } {
  const present = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(present) as { [K in keyof T]: NonNullable<T[K]> | Extract<T[K], null> };
}
