type Invited = { name: string };

/** What is about to happen to invitations, while it can be undone. */
export function revoking(invitations: Invited[]): { title: string; description: string } {
  const [only, ...more] = invitations;
  return only && more.length === 0
    ? {
        title: `Revoking the invitation of ${only.name}`,
        description: "Its link stops working in a few seconds.",
      }
    : {
        title: `Revoking ${invitations.length} invitations`,
        description: "Their links stop working in a few seconds.",
      };
}

/** That those could not be revoked. */
export function stillOpen(invitations: Invited[]): { title: string; description: string } {
  const [only, ...more] = invitations;
  return only && more.length === 0
    ? {
        title: `The invitation of ${only.name} is still open`,
        description: "It could not be revoked just now. Please try again.",
      }
    : {
        title: `${invitations.length} invitations are still open`,
        description: "They could not be revoked just now. Please try again.",
      };
}
