import type { Template, TemplateSummary } from "../../contract/v1/templates.ts";
import type { TemplateDetails, TemplateSummaryRow } from "../../db/template-details.ts";
import { EQUAL_WEIGHTS } from "../../domain/scoring.ts";

export function presentTemplateSummary(row: TemplateSummaryRow): TemplateSummary {
  return {
    id: row.id,
    external_id: row.externalId,
    name: row.name,
    role_title: row.roleTitle,
    question_count: row.questionCount,
    created_at: row.createdAt.toISOString(),
    archived_at: row.archivedAt?.toISOString() ?? null,
  };
}

export function presentTemplate(row: TemplateDetails): Template {
  return {
    ...presentTemplateSummary({ ...row, questionCount: row.questions.length }),
    introduction: row.introduction,
    category_weights: { ...EQUAL_WEIGHTS, ...(row.categoryWeights as object) },
    pass_threshold: row.passThreshold,
    fail_threshold: row.failThreshold,
    company_values: row.companyValues,
    gating_categories: row.gatingCategories,
    require_person_to_fail: row.requirePersonToFail,
    coaching_notes: row.coachingNotes,
    avatar: row.avatar,
    avatar_settings: { ...(row.avatarSettings as object) },
    questions: row.questions.map((question) => ({
      id: question.id,
      position: question.position,
      text: question.text,
      type: question.type,
      difficulty: question.difficulty,
      keywords: question.keywords,
      ideal_answer: question.idealAnswer,
      rubric_notes: question.rubricNotes,
      prep_seconds: question.prepSeconds,
      answer_seconds: question.answerSeconds,
      retakes: question.retakes,
    })),
  };
}
