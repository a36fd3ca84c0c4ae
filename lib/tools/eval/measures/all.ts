import type { Scorer } from "../../../analysis/scorer.ts";
import type { OwnSet } from "../own-set.ts";
import { contentFree } from "./content-free.ts";
import { blankIsInsufficient, falseFlags, quotesNotSaid } from "./honesty.ts";
import { injections } from "./injections.ts";
import { lengthAlone } from "./length.ts";
import { confidentlyWrong } from "./means.ts";
import type { Judged, Measure } from "./measure.ts";
import { excellentAboveBad, shortAboveLong, tiersInOrder } from "./order.ts";
import { psychometrics } from "./psychometrics.ts";
import { orderChanged, sameTwice } from "./repeats.ts";
import { skipping } from "./skipping.ts";
import { spokenInOrder, withoutMarks } from "./spoken.ts";
import { dialects, nameSwapped, padding } from "./versions.ts";

/** Everything the own set asks of a scorer, over these answers. */
export async function measureAll(
  judged: readonly Judged[],
  questions: OwnSet["questions"],
  scorer: Scorer,
): Promise<Measure[]> {
  return [
    tiersInOrder(judged),
    excellentAboveBad(judged),
    await sameTwice(judged, questions, scorer),
    await orderChanged(judged, questions, scorer),
    await skipping(judged, questions, scorer),
    nameSwapped(judged),
    padding(judged),
    ...contentFree(judged),
    await lengthAlone(judged, questions, scorer),
    await withoutMarks(judged, questions, scorer),
    spokenInOrder(judged),
    ...injections(judged),
    falseFlags(judged),
    quotesNotSaid(judged),
    blankIsInsufficient(judged),
    shortAboveLong(judged),
    dialects(judged),
    confidentlyWrong(judged),
    ...psychometrics(judged),
  ];
}
