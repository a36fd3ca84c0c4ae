/** How long after the end of an interview parts of its recording are taken, as long as nobody has decided. */
export const LATE_PARTS_HOURS = 72;

/** How long a browser keeps what was refused, and how long a recruiter's word that late parts are accepted holds. */
export const LATE_PARTS_KEPT_DAYS = 30;
