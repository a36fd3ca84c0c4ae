import type { QuestionBody } from "../contract/v1/templates.ts";
import type { Db } from "../db/client.ts";
import * as versions from "../db/template-versions.ts";
import { isUuid } from "../domain/ids.ts";
import { AppError } from "../errors.ts";
import type { FieldIssue } from "../words/field-words.ts";
import { type QuestionWords, toWords } from "./wire-question.ts";

type Identified = QuestionWords & { questionId?: string };

/**
 * Which questions of the bank these are. One that is sent with an id is that question, in whatever words. One without is the question
 * that had exactly these words in the version before, so that a client that knows no ids may send its list again and again; or else
 * it is new.
 * @throws AppError `invalid_fields` for an id that the organisation's bank does not have, or that stands twice
 */
export async function identifyQuestions(
  tx: Db,
  organizationId: string,
  sent: readonly QuestionBody[],
  before: readonly versions.VersionQuestion[],
): Promise<Identified[]> {
  const ids = sent.map(({ id }) => id?.toLowerCase());
  await assertInBank(tx, organizationId, ids);
  const left = before.filter(({ questionId }) => !ids.includes(questionId));
  return sent.map((question, index) => {
    const questionId = ids[index] ?? takeSame(left, question.text);
    return { ...toWords(question), ...(questionId === undefined ? {} : { questionId }) };
  });
}

function takeSame(left: versions.VersionQuestion[], text: string): string | undefined {
  const at = left.findIndex((question) => question.text === text);
  return at === -1 ? undefined : left.splice(at, 1)[0]?.questionId;
}

async function assertInBank(tx: Db, organizationId: string, ids: readonly (string | undefined)[]): Promise<void> {
  const given = ids.filter((id) => id !== undefined);
  if (given.length === 0) return;
  const known = await versions.findInBank(tx, organizationId, given.filter(isUuid));
  const issues = ids.flatMap((id, index): FieldIssue[] => {
    const path = `questions.${index}.id`;
    if (id !== undefined && !known.has(id)) return [{ path, key: "question_of_yours" }];
    return id !== undefined && ids.indexOf(id) < index ? [{ path, key: "once" }] : [];
  });
  if (issues.length > 0) throw new AppError("invalid_fields", { issues });
}
