import type { ReactElement } from "react";

const icon = (path: string) =>
  function SmallIcon(): ReactElement {
    return (
      <svg
        width="12"
        height="12"
        viewBox="0 0 16 16"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
      >
        <path d={path} />
      </svg>
    );
  };

export const CommentIcon = icon("M2.5 3.500h11v7.500h-6l-3 2.500v-2.500h-2z");
export const PaperclipIcon = icon(
  "M12.500 7.500l-5 5a2.800 2.800 0 0 1-4-4l5.500-5.500a1.900 1.900 0 0 1 2.700 2.700l-5.300 5.300a.9.9 0 0 1-1.300-1.300l4.700-4.700",
);
export const ListIcon = icon("M2.500 4.500l1 1 2-2M8 4.500h5.500M2.500 10.500l1 1 2-2M8 10.500h5.500");
export const LinkIcon = icon(
  "M6.500 9.500l3-3M5 8L3.500 9.500a2.300 2.300 0 0 0 3.200 3.200L8 11.300M8 4.700l1.300-1.400a2.300 2.300 0 0 1 3.300 3.200L11 8",
);
export const SmileIcon = icon("M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM5.500 9.500a3 3 0 0 0 5 0M6 6.500h.01M10 6.500h.01");
