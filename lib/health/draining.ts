// The web process and the pages it has bundled are one process with two copies of this module.
const held = globalThis as { talentflowDraining?: boolean };

/** From now on this process wants no more requests. */
export function startDraining(): void {
  held.talentflowDraining = true;
}

export function isDraining(): boolean {
  return held.talentflowDraining ?? false;
}
