import type { CandidateRow, NewCandidate } from "../db/candidates.ts";
import { AppError } from "../errors.ts";

/** A candidate to be: `row` is there once it is written. */
export type Planned = NewCandidate & {
  row: CandidateRow | null;
  /** Whether a row of this request has met them as new: only the first one makes them. */
  spokenFor: boolean;
};

/**
 * Who is known, and who becomes known while a request is worked through: rows of one request that speak of the same person
 * mean the same candidate. Nothing is written here.
 */
export class KnownCandidates {
  private readonly byId = new Map<number, Planned>();
  private readonly byEmail = new Map<string, Planned>();
  private readonly byExternalId = new Map<string, Planned>();
  private readonly touched = new Set<Planned>();

  constructor(rows: readonly CandidateRow[]) {
    for (const row of rows) {
      const { name, email, externalId } = row;
      this.keep({ name, email, externalId, row, spokenFor: false });
    }
  }

  /** @throws AppError `erased` */
  findById(id: number): Planned | null {
    return stillHere(this.byId.get(id));
  }

  /** @throws AppError `erased` */
  findByExternalId(externalId: string): Planned | null {
    return stillHere(this.byExternalId.get(externalId));
  }

  /**
   * The candidate of this external id, or else of this address.
   * @throws AppError `candidate_conflict` where address and external id speak of different people; `erased`
   */
  find({ email, externalId }: Omit<NewCandidate, "name">): Planned | null {
    const byExternalId = externalId === null ? undefined : this.byExternalId.get(externalId);
    const known = stillHere(byExternalId ?? this.byEmail.get(email));
    if (!known) return null;
    if (known.email !== email) {
      throw new AppError("candidate_conflict:address");
    }
    if (externalId !== null && known.externalId !== null && known.externalId !== externalId) {
      throw new AppError("candidate_conflict:external_id");
    }
    return known;
  }

  /**
   * Likewise, or a new one. Somebody who comes again keeps the name they are known by, and gets an external id if they had none.
   * @throws AppError `candidate_conflict`
   */
  meet(candidate: NewCandidate): Planned {
    const known = this.find(candidate);
    if (!known) {
      const planned = this.keep({ ...candidate, row: null, spokenFor: false });
      this.touched.add(planned);
      return planned;
    }
    const { externalId } = candidate;
    if (externalId !== null && known.externalId !== externalId) this.touched.add(known);
    known.externalId ??= externalId;
    return this.keep(known);
  }

  /** Whoever calls has been asked: from now on this is their name. */
  rename(known: Planned, name: string): void {
    if (known.name !== name) this.touched.add(known);
    known.name = name;
  }

  /** Those that are new or not what they were, in the order they were met. */
  toWrite(): Planned[] {
    return [...this.touched];
  }

  private keep(planned: Planned): Planned {
    if (planned.row) this.byId.set(planned.row.id, planned);
    this.byEmail.set(planned.email, planned);
    if (planned.externalId !== null) this.byExternalId.set(planned.externalId, planned);
    return planned;
  }
}

/** Whoever is being erased can be invited anew when nothing is left of them, as somebody new. */
function stillHere(planned: Planned | undefined): Planned | null {
  if (!planned?.row?.erasingSince) return planned ?? null;
  throw new AppError("erased:now");
}
