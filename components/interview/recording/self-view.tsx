import { useEffect, useRef } from "react";
import { classNames } from "@/components/ui/class-names.ts";
import { useWords } from "@/components/words/use-words.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { recording } from "@/lib/words/en/room/recording.ts";

const sentences = catalogue({ en: recording });

/** The candidate's own picture, mirrored as people know themselves. */
export function SelfView({ stream, className }: { stream: MediaStream; className: string }) {
  const say = useWords(sentences);
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
      aria-label={say("picture")}
      className={classNames("-scale-x-100 rounded-control bg-sunken object-cover", className)}
    />
  );
}
