-- AlterTable
ALTER TABLE "webhooks" ADD COLUMN     "slow_since" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "webhook_deliveries_event_id_idx" ON "webhook_deliveries"("event_id");
