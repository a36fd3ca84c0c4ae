import { AppError } from "@/lib/errors.ts";
import { respondError } from "@/lib/http/respond.ts";

/** Whatever no other route answers, in the envelope of those that do. */
async function unknownAddress(request: Request): Promise<Response> {
  return respondError(new AppError("not_found:address"), request);
}

export {
  unknownAddress as DELETE,
  unknownAddress as GET,
  unknownAddress as HEAD,
  unknownAddress as PATCH,
  unknownAddress as POST,
  unknownAddress as PUT,
};
