/** How a delivery stands: it may still arrive, it did, or nobody tries it any more by themselves. */
export const DELIVERY_STATUSES = ["pending", "delivered", "failed"] as const;
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];
