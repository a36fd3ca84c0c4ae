import { createTalentFlowClient } from "./talentflow.ts";

const { BASE = "http://localhost:5000", KEY = "" } = process.env;
const talentflow = createTalentFlowClient({ baseUrl: BASE, apiKey: KEY });
const { data } = await talentflow.get("/api/v1/interviews", { query: { state: "to_review" } });
for (const { id } of data) {
  const { interview } = await talentflow.get("/api/v1/interviews/{interview_id}", { path: { interview_id: id } });
  const { candidate, analysis } = interview;
  process.stdout.write(`${candidate.name}: ${analysis?.overall_score ?? "no score"} (${analysis?.method_label})\n`);
}
