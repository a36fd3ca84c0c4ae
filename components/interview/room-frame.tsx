import type { ReactNode } from "react";
import { BrandMark, PRODUCT } from "@/components/ui/brand.tsx";

type RoomFrameProps = {
  organization?: string | undefined;
  roleTitle?: string | undefined;
  /** What is being recorded and saved, on the right. */
  status?: ReactNode;
  /** How far the interview is, under the line. */
  progress?: ReactNode;
  children: ReactNode;
};

/** The quiet frame around every page of the candidate. */
export function RoomFrame({ organization, roleTitle, status, progress, children }: RoomFrameProps) {
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="sticky top-0 z-10 border-b border-hairline bg-surface compact:static">
        <div className="mx-auto flex min-h-14 max-w-3xl flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2 sm:px-6">
          <div className="flex min-w-0 flex-1 basis-56 items-center gap-3 text-sm">
            <BrandMark size={24} />
            <p className="min-w-0 truncate">
              <bdi className="font-strong">{organization ?? PRODUCT}</bdi>
              {roleTitle ? (
                <span className="text-muted">
                  {" · "}
                  <bdi>{roleTitle}</bdi>
                </span>
              ) : null}
            </p>
          </div>
          {status ? <div className="flex flex-wrap items-center gap-x-4 gap-y-1">{status}</div> : null}
        </div>
        {progress}
      </header>
      <main className="mx-auto w-full max-w-3xl flex-1 px-4 py-8 wrap-anywhere sm:px-6 sm:py-12 compact:px-4 compact:py-4">
        {children}
      </main>
    </div>
  );
}
