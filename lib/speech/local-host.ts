/** Where a transcript comes from that was made on this machine: no address has a name without a dot or a port. */
export const LOCAL_HOST = "local";
