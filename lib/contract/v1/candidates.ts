import { z } from "zod";
import { EmailAddress, must, oneLine, PersonName, says } from "../fields.ts";
import { ExternalId, ExternalIdOrNull } from "./fields.ts";
import { CreatedBetween, ListQuery, listAnswer } from "./list.ts";

/** The wire of candidates: the people who are invited. */

export const CandidateId = z
  .int(must("candidate_number"))
  .meta({ description: "The only id that is a number.", example: 1042 });
const Name = PersonName.meta({ description: "How they are called, on one line.", example: "Ada Lovelace" });
const Email = EmailAddress.meta({
  description: "Kept in lower case; one address is one candidate.",
  example: "ada@example.com",
});

export const Candidate = z.object({
  id: CandidateId,
  name: z.string().meta({ example: "Ada Lovelace" }),
  email: z.string().meta({ example: "ada@example.com" }),
  external_id: ExternalIdOrNull,
  created_at: z.iso.datetime(),
  deletion_requested_at: z.iso
    .datetime()
    .nullable()
    .meta({ description: "When they asked for what is stored about them to be deleted." }),
});
export type Candidate = z.infer<typeof Candidate>;

export const CreateCandidateBody = z.strictObject(
  { name: Name, email: Email, external_id: ExternalId.nullish() },
  must("object"),
);
export type CreateCandidateBody = z.infer<typeof CreateCandidateBody>;

export const UpdateCandidateBody = z
  .strictObject(
    {
      name: Name.optional(),
      email: Email.optional(),
      external_id: ExternalId.nullable().optional().meta({ description: "Null takes it away." }),
    },
    must("object"),
  )
  .refine((body) => Object.values(body).some((value) => value !== undefined), says("change_something"));
export type UpdateCandidateBody = z.infer<typeof UpdateCandidateBody>;

export const ListCandidatesQuery = ListQuery.extend({
  email: EmailAddress.optional().meta({ description: "Exactly this address, in any case." }),
  external_id: ExternalId.optional(),
  q: oneLine(200).optional().meta({ description: "How the name begins, in any case.", example: "ada" }),
  ...CreatedBetween,
});
export type ListCandidatesQuery = z.infer<typeof ListCandidatesQuery>;

export const CandidateAnswer = z.object({ success: z.literal(true), candidate: Candidate });

export const CreatedCandidateAnswer = CandidateAnswer.extend({
  created: z.boolean().meta({ description: "False: they were there already." }),
});

export const Erasure = z.object({
  candidate_id: CandidateId,
  requested_at: z.iso.datetime(),
  finished_at: z.iso
    .datetime()
    .nullable()
    .meta({ description: "Null while files and rows are being removed, which takes seconds." }),
  counts: z.record(z.string(), z.int()).meta({
    description: "How much was removed or blanked, by its kind. Not a word of content.",
    example: { files: 42, Answer: 5 },
  }),
});
export type Erasure = z.infer<typeof Erasure>;

export const ErasureAnswer = z.object({ success: z.literal(true), message: z.string(), erasure: Erasure });

export const CandidatesAnswer = listAnswer(Candidate);
