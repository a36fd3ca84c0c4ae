const uuid = { type: "string", format: "uuid" };
const whole = { type: "integer", minimum: 0 };
const text = { type: "string" };

/** What the names in addresses mean. A test sees to it that none is missing. */
export const PARAMETERS: Record<string, { description: string; schema: Record<string, unknown> }> = {
  candidate_id: { description: "The candidate's number.", schema: { type: "integer", minimum: 1 } },
  session_id: { description: "The session's id.", schema: uuid },
  answer_id: { description: "The answer's id.", schema: uuid },
  template_id: { description: "The template's id.", schema: uuid },
  interview_id: { description: "The interview's id.", schema: uuid },
  analysis_id: { description: "The analysis's id.", schema: uuid },
  decision_id: { description: "The decision's id.", schema: uuid },
  share_link_id: { description: "The share link's id.", schema: uuid },
  api_key_id: { description: "The key's id; not the key.", schema: uuid },
  webhook_id: { description: "The webhook's id.", schema: uuid },
  delivery_id: { description: "The delivery's id.", schema: uuid },
  link: {
    description: "What the link was made with. It says what it opens and until when, and is signed.",
    schema: text,
  },
  segment: { description: "The segment's number, from 0.", schema: whole },
  seq: { description: "The part's number within its segment, from 0.", schema: whole },
  part: { description: "`introduction`, or the id of a question of the template.", schema: text },
};
