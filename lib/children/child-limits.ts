/** What a process may use before it is ended from outside. */
export type ChildLimits = {
  /** CPU time of all its threads. */
  cpuSeconds: number;
  /** Waiting included: a disk that does not answer. */
  wallMs: number;
  /** V8's old space. */
  heapMib: number;
  /** Resident memory. */
  residentMib: number;
};
