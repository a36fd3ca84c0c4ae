import { z } from "zod";

/** How every refusal looks, whatever it refuses. */
export const ErrorEnvelope = z.object({
  success: z.literal(false),
  message: z.string(),
  error: z.object({
    code: z.string(),
    issues: z.array(z.object({ path: z.string(), message: z.string() })),
  }),
});
export type ErrorEnvelope = z.infer<typeof ErrorEnvelope>;
