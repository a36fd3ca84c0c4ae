import { isDeepStrictEqual } from "node:util";
import type { AddQuestionBody } from "../contract/interview.ts";
import { isSameWording, type QuestionSource } from "../domain/question-source.ts";

type Sent = AddQuestionBody["question_data"];

/** What a question is, and what its answer is judged by. */
export type Yardstick = {
  text: string;
  type: string;
  difficulty: string;
  keywords: string[];
  idealAnswer: string;
  alsoRight: string[];
  rubricNotes: string;
};

/** What was said of a question and does not count, under the names of the request. Kept, so that nothing is lost. */
export type ClientClaims = {
  text?: string;
  type?: string;
  difficulty?: string;
  keywords?: string[];
  ideal_answer?: string;
  rubric_notes?: string;
};

export type Vouched = Yardstick & { source: QuestionSource; clientClaims: ClientClaims | null };

/** The template's question, whatever was sent beside its id and by whom. */
export function byTemplate(sent: Sent, template: Yardstick): Vouched {
  const { text, type, difficulty, keywords, idealAnswer, rubricNotes } = template;
  const claims = differing(sent, {
    ...{ text, type, difficulty, keywords },
    ...{ ideal_answer: idealAnswer, rubric_notes: rubricNotes },
  });
  if (isSameWording(sent.text, text)) delete claims.text;
  const yardstick = { text, type, difficulty, keywords, idealAnswer, alsoRight: template.alsoRight, rubricNotes };
  return { ...yardstick, source: "template", clientClaims: noneIfEmpty(claims) };
}

/** A question of the employer's own program: what it says counts. */
export function byKey(sent: Sent): Vouched {
  return {
    text: sent.text,
    type: sent.type ?? "general",
    difficulty: sent.difficulty ?? "medium",
    keywords: sent.keywords ?? [],
    idealAnswer: sent.ideal_answer ?? "",
    alsoRight: [],
    rubricNotes: sent.rubric_notes ?? "",
    source: "key",
    clientClaims: null,
  };
}

/** A question that the candidate's side words itself: nobody vouches for it, so its answer is judged as a general one. */
export function byCandidate(sent: Sent): Vouched {
  const general = { type: "general", difficulty: "medium", keywords: [], idealAnswer: "", rubricNotes: "" };
  const { idealAnswer: ideal_answer, rubricNotes: rubric_notes, ...same } = general;
  const claims = differing(sent, { ...same, ideal_answer, rubric_notes });
  return { ...general, alsoRight: [], text: sent.text, source: "candidate", clientClaims: noneIfEmpty(claims) };
}

/** What was sent and is not what counts. */
function differing(sent: Sent, counts: ClientClaims): ClientClaims {
  const claims = Object.entries(counts).flatMap(([name, counted]) => {
    const claimed = sent[name];
    return claimed === undefined || claimed === null || isDeepStrictEqual(claimed, counted) ? [] : [[name, claimed]];
  });
  return Object.fromEntries(claims) as ClientClaims;
}

function noneIfEmpty(claims: ClientClaims): ClientClaims | null {
  return Object.keys(claims).length === 0 ? null : claims;
}
