import { z } from "zod";

/** How every refusal looks, whatever it refuses. */
export function errorEnvelope<Code extends z.ZodType<string>>(code: Code) {
  return z.object({
    success: z.literal(false),
    message: z.string(),
    error: z.object({
      code,
      issues: z.array(z.object({ path: z.string(), message: z.string() })),
      interview_id: z.uuid().optional().meta({ description: "The interview that stands in the way, where one does." }),
    }),
  });
}

export const ErrorEnvelope = errorEnvelope(z.string());
export type ErrorEnvelope = z.infer<typeof ErrorEnvelope>;
