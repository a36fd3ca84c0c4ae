import { type CutFigures, type CutMethod, type Cuts, OVERALL, type SetCuts } from "../domain/cuts.ts";
import type { Db } from "./client.ts";
import type { Prisma } from "./generated/client.ts";

/** The cuts of one criterion, as ratings set them. `criterion`: its key, or `overall`. `n`: rated interviews. */
export type NewCutSetting = Cuts & {
  criterion: string;
  method: CutMethod;
  n: number;
  passFigures: CutFigures;
  failFigures: CutFigures;
};

type Given = {
  organizationId: string;
  templateVersionId: string;
  /** Whose scores they cut (`scorerKey`). */
  scorer: string;
  /** The member or key that set them; null: a command did. */
  setById: string | null;
};

/** Adds settings, which count from now on in place of those that are there. */
export async function insert(tx: Db, given: Given, settings: readonly NewCutSetting[]): Promise<void> {
  await tx.cutSetting.createMany({ data: settings.map((setting) => ({ ...given, ...setting })) });
}

/** By which cuts a scorer's overall scores are read for interviews of this version; null: nobody has set any. */
export async function findInForce(db: Db, templateVersionId: string, scorer: string): Promise<SetCuts | null> {
  const found = await db.cutSetting.findFirst({
    where: { templateVersionId, scorer, criterion: OVERALL },
    orderBy: { id: "desc" },
    select: { id: true, pass: true, fail: true },
  });
  return found && { ...found, id: String(found.id) };
}

/** To include of a version: of each scorer and criterion the setting that counts. */
export const IN_FORCE = {
  orderBy: [{ scorer: "asc" }, { criterion: "asc" }, { id: "desc" }],
  distinct: ["scorer", "criterion"],
  omit: { organizationId: true, templateVersionId: true },
} as const satisfies Prisma.TemplateVersion$cutSettingsArgs;

/** To include of an analysis: the cuts that it recommends by. */
export const CUT_BY = { select: { pass: true, fail: true, n: true } } as const satisfies Prisma.Analysis$cutSettingArgs;

export type CutSettingRow = Prisma.CutSettingGetPayload<Pick<typeof IN_FORCE, "omit">>;

/**
 * Gives a version the settings that count of another. What was set for the version itself stays, and what it has by the same setting does
 * not come twice.
 * @returns how many came
 */
export function inherit(tx: Db, fromVersionId: string, toVersionId: string): Promise<number> {
  return tx.$executeRaw`
    INSERT INTO cut_settings (organization_id, template_version_id, scorer, criterion, method, n, pass, fail, pass_figures, fail_figures,
      inherited_from, set_by_id)
    SELECT organization_id, ${toVersionId}::uuid, scorer, criterion, method, n, pass, fail, pass_figures, fail_figures, id, set_by_id
    FROM (
      SELECT DISTINCT ON (scorer, criterion) * FROM cut_settings WHERE template_version_id = ${fromVersionId}::uuid
      ORDER BY scorer, criterion, id DESC
    ) counting
    WHERE NOT EXISTS (
      SELECT FROM cut_settings own WHERE own.template_version_id = ${toVersionId}::uuid AND own.scorer = counting.scorer
        AND own.criterion = counting.criterion AND (own.inherited_from IS NULL OR own.inherited_from = counting.id))`;
}
