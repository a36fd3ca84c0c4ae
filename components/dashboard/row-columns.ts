/** The columns of the list on wide screens: its head, its rows and its skeleton stand in the same ones. */
export const ROW_COLUMNS =
  "px-4 sm:px-6 lg:grid-cols-[minmax(0,2.2fr)_minmax(0,1.3fr)_7.5rem_minmax(0,1.7fr)_minmax(0,1.6fr)_8.5rem_2rem] lg:gap-x-6";
