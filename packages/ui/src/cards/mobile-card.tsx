import type { ReactElement, ReactNode } from "react";
import "./mobile-card.css";

export interface MobileCardProps {
  readonly title: ReactNode;
  /** Second line, from the left: state, channel, date. */
  readonly facts?: ReactNode;
  /** Right of the title: a face. */
  readonly mark?: ReactNode;
  /** Right end of the second line: the amount. */
  readonly figure?: ReactNode;
  readonly onOpen?: () => void;
}

/** A row of a list on phones: two lines, all of it one touch target. */
export function MobileCard({ title, facts, mark, figure, onOpen }: MobileCardProps): ReactElement {
  const inside = (
    <>
      <span className="yt-card-line">
        <span className="yt-card-title yt-ellipsis">{title}</span>
        {mark}
      </span>
      <span className="yt-card-line yt-card-second">
        <span className="yt-card-facts">{facts}</span>
        <span className="yt-figures">{figure}</span>
      </span>
    </>
  );
  return (
    <li className="yt-card">
      {onOpen ? (
        <button type="button" className="yt-plain yt-card-inside" onClick={onOpen}>
          {inside}
        </button>
      ) : (
        <div className="yt-card-inside">{inside}</div>
      )}
    </li>
  );
}

/** The list around the cards. */
export const MobileCards = ({
  label,
  children,
}: {
  readonly label: string;
  readonly children: ReactNode;
}): ReactElement => (
  <ul className="yt-cards" aria-label={label}>
    {children}
  </ul>
);
