import type { Template, TemplateSummary } from "../../contract/v1/templates.ts";
import type { AuditRow } from "../../db/scoring-audits.ts";
import type { TemplateSummaryRow } from "../../db/template-list.ts";
import type { TemplateDetails } from "../../db/templates.ts";
import { EQUAL_WEIGHTS } from "../../domain/criteria.ts";
import { type CutFigures, type CutMethod, OVERALL } from "../../domain/cuts.ts";
import { AUDIT_MEASURES } from "../../domain/scoring-audit.ts";
import { toWire } from "../../templates/wire-question.ts";

export function presentTemplateSummary(row: TemplateSummaryRow): TemplateSummary {
  return {
    id: row.id,
    external_id: row.externalId,
    name: row.name,
    version: row.version,
    role_title: row.roleTitle,
    question_count: row.questionCount,
    created_at: row.createdAt.toISOString(),
    archived_at: row.archivedAt?.toISOString() ?? null,
  };
}

function presentCuts({ versionId, cuts }: Pick<TemplateDetails, "versionId" | "cuts">): Template["cuts"] {
  return {
    template_version_id: versionId,
    status: cuts.some(({ criterion }) => criterion === OVERALL) ? "set" : "proposed",
    settings: cuts.map((row) => ({
      scorer: row.scorer,
      criterion: row.criterion,
      pass: row.pass,
      fail: row.fail,
      method: row.method as CutMethod,
      n: row.n,
      pass_figures: presentFigures(row.passFigures as CutFigures),
      fail_figures: presentFigures(row.failFigures as CutFigures),
      inherited: row.inheritedFrom !== null,
      set_at: row.createdAt.toISOString(),
    })),
  };
}

function presentFigures({ below, above, ...figures }: CutFigures) {
  return {
    ...{ below, above },
    false_above: figures.falseAbove,
    false_below: figures.falseBelow,
    interval_low: figures.low,
    interval_high: figures.high,
    standard_error: figures.standardError,
  };
}

export function presentTemplate({ content, audit, ...template }: TemplateDetails): Template {
  const { roleTitle, questions } = content;
  return {
    ...presentTemplateSummary({ ...template, roleTitle, questionCount: questions.length }),
    introduction: content.introduction,
    category_weights: { ...EQUAL_WEIGHTS, ...(content.categoryWeights as object) },
    pass_threshold: content.passThreshold,
    fail_threshold: content.failThreshold,
    cuts: presentCuts(template),
    company_values: content.companyValues,
    gating_categories: content.gatingCategories,
    require_person_to_fail: content.requirePersonToFail,
    coaching_notes: template.coachingNotes,
    avatar: content.avatar,
    avatar_settings: { ...(content.avatarSettings as object) },
    browser_recognition: content.browserRecognition,
    questions: questions.map(toWire),
    audit: audit && presentAudit(audit),
  };
}

/** The checks in their own order, whichever way they are stored. */
function presentAudit({ version, ranAt, rubricVersion, hasFailed, findings }: AuditRow): Template["audit"] {
  const checks = AUDIT_MEASURES.flatMap((name) => findings.filter(({ measure }) => measure === name));
  return {
    version,
    ran_at: ranAt.toISOString(),
    rubric_version: rubricVersion,
    holds: !hasFailed,
    checks: checks.map(({ atMost: limit, ...check }) => ({ ...check, limit })),
  };
}
