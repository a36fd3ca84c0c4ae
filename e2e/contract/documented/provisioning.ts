import type { DocumentedRun } from "../../support/documented-run.ts";

const QUESTIONS = [
  {
    text: "Tell me about a bug you are proud of having found.",
    type: "technical",
    difficulty: "medium",
    keywords: ["cause", "test", "measure"],
    ideal_answer: "Names the symptom, how the cause was found, and what keeps it from coming back.",
    rubric_notes: "Strong: a measurement before and after.",
    prep_seconds: 30,
    answer_seconds: 180,
    retakes: 1,
  },
  { text: "Whom do you ask when you are stuck, and when?", type: "culture", difficulty: "easy" },
];

/** Candidates, templates and invitations, as an integration sets them up. */
export async function runProvisioning(run: DocumentedRun): Promise<void> {
  await candidates(run);
  await templates(run);
  await invitations(run);
}

async function candidates(run: DocumentedRun): Promise<void> {
  const body = { name: "Ada Lovelace", email: "ada@example.com", external_id: "ats-10442" };
  const { candidate } = await run.ask<{ candidate: { id: number } }>("createCandidate", { body });
  await run.ask("createCandidate", { body, status: 200 });
  await run.ask("listCandidates", { query: { external_id: "ats-10442" } });
  const params = { candidate_id: candidate.id };
  await run.ask("getCandidate", { params });
  await run.ask("updateCandidate", { params, body: { name: "Ada King Lovelace" } });
  const unwanted = { name: "Grace Hopper", email: "grace@example.com" };
  const { candidate: other } = await run.ask<{ candidate: { id: number } }>("createCandidate", { body: unwanted });
  await run.ask("eraseCandidate", { params: { candidate_id: other.id } });
}

async function templates(run: DocumentedRun): Promise<void> {
  const body = {
    name: "Platform engineer",
    external_id: "job-77",
    role_title: "Platform engineer",
    introduction: "Hello! There are two questions. Take your time.",
    category_weights: { technical: 2, communication: 1, problem_solving: 2, cultural_fit: 1 },
    company_values: ["ownership", "kindness"],
    questions: QUESTIONS,
  };
  const { template } = await run.ask<{ template: { id: string } }>("createTemplate", { body });
  await run.ask("createTemplate", { body, status: 409 });
  await run.ask("listTemplates", { query: { limit: "1" } });
  const params = { template_id: template.id };
  await run.ask("getTemplate", { params });
  await run.ask("updateTemplate", { params, body: { pass_threshold: 75 } });
  const other = await run.ask<{ template: { id: string } }>("createTemplate", {
    body: { name: "Put away soon", role_title: "Nobody", questions: QUESTIONS },
  });
  await run.ask("archiveTemplate", { params: { template_id: other.template.id } });
}

async function invitations(run: DocumentedRun): Promise<void> {
  const body = {
    candidate_external_id: "ats-10442",
    template_external_id: "job-77",
    external_id: "application-881",
    expires_in_days: 14,
  };
  const { interview_id } = await run.ask<{ interview_id: string }>("createInterview", { body });
  const interviews = [
    { candidate: { name: "Grace Hopper", email: "grace@example.com" }, template_name: "Platform engineer" },
    { candidate_external_id: "nobody", template_name: "Platform engineer" },
  ];
  await run.ask("createInterviews", { body: { dry_run: false, interviews } });
  await run.ask("createInterviews", { body: { dry_run: true, interviews } });
  await run.ask("listInterviews", { query: { limit: "1" } });
  await run.ask("listInterviews", { query: { fields: "state,candidate" } });
  const params = { interview_id };
  await run.ask("getInterview", { params });
  await run.ask("getInterviewLink", { params });
  await run.ask("extendInterview", { params, body: { expires_in_days: 30 } });
  await run.ask("revokeInterview", { params });
  await run.ask("getInterviewLink", { params, status: 410 });
}
