/*
 * From how many cases on a figure is told. Under them it says "too few": a number that the next ten cases turn round is worse than none.
 */

/**
 * Pairs of scores, for agreement and correlation. Fisher (1921): with 30 pairs the 95 % interval of a correlation of .5 goes from .17 to
 * .73, and with fewer it reaches nothing at all. Cicchetti & Fleiss (1977) ask for 2k² pairs for a weighted kappa of k grades: 32 for four.
 */
export const LEAST_PAIRS = 30;

/** People, for a reliability. Yurdugül (2008): an alpha of 30 people is unbiased where one thing is measured, and from 100 on otherwise. */
export const LEAST_PEOPLE = 30;

/** Parts of a test, for a reliability: of one part nothing can be told. */
export const LEAST_PARTS = 2;

/** Of a calendar month, for its mean: the standard error is then under a third of the standard deviation (1/√10). */
export const LEAST_A_MONTH = 10;
