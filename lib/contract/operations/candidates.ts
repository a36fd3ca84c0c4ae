import { operation } from "../operation.ts";
import {
  CandidateAnswer,
  CandidatesAnswer,
  CreateCandidateBody,
  CreatedCandidateAnswer,
  ErasureAnswer,
  ListCandidatesQuery,
  UpdateCandidateBody,
} from "../v1/candidates.ts";

export const createCandidate = operation({
  id: "createCandidate",
  method: "POST",
  path: "/api/v1/candidates",
  tag: "Provisioning",
  summary: "Create a candidate",
  description:
    "Safe to repeat: whoever is there with this `external_id` or this address is answered with 200 and `created: false`, under the name that came now and, if they had none, with the `external_id`. 409 `candidate_conflict` where both belong to different candidates, or the known candidate has another address or another `external_id`: PATCH says which is meant.",
  access: "interviews.write",
  limit: "write",
  status: 201,
  otherStatuses: [200],
  body: CreateCandidateBody,
  answer: CreatedCandidateAnswer,
  errors: ["candidate_conflict", "erased"],
  documented: true,
});

export const listCandidates = operation({
  id: "listCandidates",
  method: "GET",
  path: "/api/v1/candidates",
  tag: "Provisioning",
  summary: "List candidates",
  access: "interviews.read",
  limit: "read",
  query: ListCandidatesQuery,
  answer: CandidatesAnswer,
  documented: true,
});

export const getCandidate = operation({
  id: "getCandidate",
  method: "GET",
  path: "/api/v1/candidates/{candidate_id}",
  tag: "Provisioning",
  summary: "Get a candidate",
  access: "interviews.read",
  limit: "read",
  answer: CandidateAnswer,
  errors: ["candidate_not_found"],
  documented: true,
});

export const updateCandidate = operation({
  id: "updateCandidate",
  method: "PATCH",
  path: "/api/v1/candidates/{candidate_id}",
  tag: "Provisioning",
  summary: "Change a candidate",
  description: "Only what is sent changes.",
  access: "interviews.write",
  limit: "write",
  body: UpdateCandidateBody,
  answer: CandidateAnswer,
  errors: ["candidate_not_found", "candidate_conflict"],
  documented: true,
});

export const eraseCandidate = operation({
  id: "eraseCandidate",
  method: "DELETE",
  path: "/api/v1/candidates/{candidate_id}",
  tag: "Provisioning",
  summary: "Erase a candidate",
  description:
    "Everything kept about them goes: recordings with all versions, questions, answers, transcripts, scores, feedback, events, links. What stays names nobody: that there was an interview, that it was consented to and decided, and this erasure in numbers. From this answer on nothing is done with what is left; it is removed within seconds, and `candidate.erased` is sent for each interview. It cannot be undone. Safe to repeat: 202 while it lasts, 200 when it is done.",
  access: "candidates.erase",
  limit: "write",
  status: 202,
  otherStatuses: [200],
  answer: ErasureAnswer,
  errors: ["candidate_not_found"],
  documented: true,
});
