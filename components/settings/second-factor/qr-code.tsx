import { encode } from "uqr";

/** A QR code, drawn here: what it says is a secret and goes to nobody. Dark on light in every theme, as cameras want it. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { ecc: "M", border: 4 });
  const path = data.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : ""))).join("");
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className="size-48 rounded-control border border-hairline"
    >
      <rect width={size} height={size} className="fill-qr-light" />
      <path d={path} className="fill-qr-dark" />
    </svg>
  );
}
