const uuid = { type: "string", format: "uuid" };
const whole = { type: "integer", minimum: 0 };

/** What the names in addresses mean. A test sees to it that none is missing. */
export const PARAMETERS: Record<string, { description: string; schema: Record<string, unknown> }> = {
  candidate_id: { description: "The candidate's number.", schema: { type: "integer", minimum: 1 } },
  session_id: { description: "The session's id.", schema: uuid },
  template_id: { description: "The template's id.", schema: uuid },
  interview_id: { description: "The interview's id.", schema: uuid },
  segment: { description: "The segment's number, from 0.", schema: whole },
  seq: { description: "The part's number within its segment, from 0.", schema: whole },
  part: {
    description: "`introduction`, or the id of a question of the template.",
    schema: { type: "string" },
  },
  api_key_id: { description: "The API key's id; not the key itself.", schema: uuid },
};
