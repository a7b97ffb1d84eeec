import type { ReactElement } from "react";
import "./status-ring.css";

/** What the colour of a state means. Red is for overdue, over budget and failed only. */
export type StatusTone = "neutral" | "active" | "review" | "done" | "alarm";

export interface StatusRingProps {
  /** How far along, 0 to 1: the ring fills with it. */
  readonly stage: number;
  readonly tone: StatusTone;
  /** The word beside the ring; colour alone never says it. */
  readonly label: string;
  /** False keeps the word for screen readers only. */
  readonly named?: boolean;
}

const INNER = 2;
const CIRCUMFERENCE = 2 * Math.PI * INNER;

/** A state as a ring that fills by stage, plus its word. */
export function StatusRing({ stage, tone, label, named = true }: StatusRingProps): ReactElement {
  const share = Math.max(0, Math.min(1, stage));
  return (
    <span className="yt-status" data-tone={tone} title={named ? undefined : label}>
      <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
        {share >= 1 ? (
          <circle cx="7" cy="7" r="6.5" fill="currentColor" />
        ) : (
          <>
            <circle cx="7" cy="7" r="5.9" fill="none" stroke="currentColor" strokeWidth="1.2" />
            {share > 0 && (
              <circle
                cx="7"
                cy="7"
                r={INNER}
                fill="none"
                stroke="currentColor"
                strokeWidth={INNER * 2}
                strokeDasharray={`${share * CIRCUMFERENCE} ${CIRCUMFERENCE}`}
                transform="rotate(-90 7 7)"
              />
            )}
          </>
        )}
      </svg>
      <span className={named ? "yt-ellipsis" : "yt-hidden"}>{label}</span>
    </span>
  );
}
