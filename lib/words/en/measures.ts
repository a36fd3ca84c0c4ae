/** How lengths, sizes and shares are written. */
export const measures = {
  seconds: "{seconds} s",
  minutes: "{minutes} min",
  minutes_seconds: "{minutes} min {seconds} s",
  hours: "{hours} h",
  hours_minutes: "{hours} h {minutes} min",
  "spoken:seconds": "{seconds} seconds",
  "spoken:minutes": "{minutes, plural, =1 {1 minute} other {{minutes} minutes}}",
  "bytes:0": "{size} bytes",
  "bytes:1": "{size} kB",
  "bytes:2": "{size} MB",
  "bytes:3": "{size} GB",
  "bytes:4": "{size} TB",
  share: "{percent} %",
} as const;
