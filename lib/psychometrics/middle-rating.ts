import { RATINGS, type Rating } from "./standard-setting.ts";

/** What several people thought of one interview together: the middle of their ratings, and where that falls between two, `borderline`. */
export function middleRating(ratings: readonly Rating[]): Rating {
  const places = ratings.map((rating) => RATINGS.indexOf(rating)).sort((a, b) => a - b);
  const [low = 1, high = 1] = [places[Math.floor((places.length - 1) / 2)], places[Math.ceil((places.length - 1) / 2)]];
  return low === high ? (RATINGS[low] ?? "borderline") : "borderline";
}
