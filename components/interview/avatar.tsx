import { classNames } from "@/components/ui/class-names.ts";
import styles from "./avatar.module.css";

/** The one who asks: a calm drawn figure, whose mouth moves while it speaks. Decoration; what it says stands beside it. */
export function Avatar({ speaking, className }: { speaking: boolean; className: string }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 160 160"
      data-speaking={speaking}
      className={classNames("rounded-pill bg-accent-soft", speaking && styles.speaking, className)}
    >
      <g className={styles.figure}>
        <path d="M44 78c0-27 15-46 36-46s36 19 36 46c0 18-3 34-8 42H52c-5-8-8-24-8-42Z" className={styles.hairBehind} />
        <path d="M18 168c2-28 22-44 62-44s60 16 62 44Z" className="fill-accent" />
        <path d="M68 104h24v18c0 7-5 12-12 12s-12-5-12-12Z" className={styles.skin} />
        <path d="M68 112c4 5 8 7 12 7s8-2 12-7v5c-4 5-8 7-12 7s-8-2-12-7Z" className={styles.shade} />
        <ellipse cx="80" cy="82" rx="27" ry="32" className={styles.skin} />
        <path
          d="M52 80c0-22 10-36 28-36s28 14 28 36c-4-12-10-20-17-24-9 8-22 10-31 9-4 4-7 9-8 15Z"
          className={styles.hair}
        />
        <g className={classNames(styles.eyes, styles.eye)}>
          <ellipse cx="69" cy="83" rx="3" ry="3.6" />
          <ellipse cx="91" cy="83" rx="3" ry="3.6" />
        </g>
        <path d="M64 75.5c3-2 7-2 10-.5M86 75c3-1.5 7-1.5 10 .5" className={styles.line} strokeWidth="1.8" />
        <path d="M80 85v7c0 1.5-1 2-2.5 2" className={styles.line} strokeWidth="1.6" opacity="0.5" />
        {speaking ? (
          <ellipse cx="80" cy="102" rx="7" ry="5.5" className={classNames(styles.mouth, styles.lips)} />
        ) : (
          <path d="M71 100.5c3 2.5 6 3.5 9 3.5s6-1 9-3.5" className={styles.line} strokeWidth="2" />
        )}
      </g>
    </svg>
  );
}
