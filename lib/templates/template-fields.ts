import type { CreateTemplateBody, UpdateTemplateBody } from "../contract/v1/templates.ts";
import type { VersionContent } from "../db/template-versions.ts";
import type { TemplateFields } from "../db/templates.ts";

/*
 * What is sent of a template, as it is stored: absent stays absent. Questions go by themselves.
 */

/** What belongs to the template itself and counts at once, whatever its version. */
export function toFields(body: UpdateTemplateBody): TemplateFields {
  return withoutAbsent({ name: body.name, externalId: body.external_id, coachingNotes: body.coaching_notes });
}

export type Settings = Omit<VersionContent, "questions">;

/** What belongs to a version. */
export function toSettings(body: CreateTemplateBody): Settings;
export function toSettings(body: UpdateTemplateBody): Partial<Settings>;
export function toSettings(body: UpdateTemplateBody): Partial<Settings> {
  const settings: { [K in keyof Settings]?: Settings[K] | undefined } = {
    roleTitle: body.role_title,
    introduction: body.introduction,
    categoryWeights: body.category_weights,
    passThreshold: body.pass_threshold,
    failThreshold: body.fail_threshold,
    companyValues: body.company_values,
    gatingCategories: body.gating_categories && [...new Set(body.gating_categories)],
    requirePersonToFail: body.require_person_to_fail,
    avatar: body.avatar,
    avatarSettings: body.avatar_settings && withoutAbsent(body.avatar_settings),
    browserRecognition: body.browser_recognition,
  };
  return withoutAbsent(settings) as Partial<Settings>;
}

type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function withoutAbsent<T extends object>(fields: T): Present<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Present<T>;
}
