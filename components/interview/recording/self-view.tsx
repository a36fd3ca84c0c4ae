import { useEffect, useRef } from "react";
import { classNames } from "@/components/ui/class-names.ts";

/** The candidate's own picture, mirrored as people know themselves. */
export function SelfView({ stream, className }: { stream: MediaStream; className: string }) {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (video.current) video.current.srcObject = stream;
  }, [stream]);
  return (
    <video
      ref={video}
      muted
      autoPlay
      playsInline
      aria-label="Your camera picture"
      className={classNames("-scale-x-100 rounded-control bg-sunken object-cover", className)}
    />
  );
}
