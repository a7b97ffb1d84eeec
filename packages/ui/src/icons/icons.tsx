import type { ReactElement, SVGProps } from "react";

type IconProps = Omit<SVGProps<SVGSVGElement>, "children">;
export type Icon = (props: IconProps) => ReactElement;

/** Line icons of the kit: 16 px grid, 1.4 px strokes, coloured by the text around them; always decoration beside a name. */
const icon = (path: string): Icon =>
  function LineIcon(props: IconProps): ReactElement {
    return (
      <svg
        width="16"
        height="16"
        viewBox="0 0 16 16"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.4"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
        focusable="false"
        {...props}
      >
        <path d={path} />
      </svg>
    );
  };

export const CloseIcon = icon("M4 4l8 8M12 4l-8 8");
export const PlusIcon = icon("M8 3v10M3 8h10");
export const MinusIcon = icon("M3.5 8h9");
export const CheckIcon = icon("M3 8.5l3.2 3.2L13 4.8");
export const SearchIcon = icon("M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM10.4 10.4L14 14");
export const ChevronDownIcon = icon("M4 6l4 4 4-4");
export const ChevronRightIcon = icon("M6 4l4 4-4 4");
export const ChevronLeftIcon = icon("M10 4L6 8l4 4");
export const MoreIcon = icon("M3.5 8h.01M8 8h.01M12.5 8h.01");
export const OpenIcon = icon("M5 11l6-6M6 5h5v5");
export const SidebarIcon = icon("M2.5 3.5h11v9h-11zM6 3.5v9");
export const SunIcon = icon(
  "M8 10.8a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6zM8 1.8v1.4M8 12.8v1.4M1.8 8h1.4M12.8 8h1.4M3.6 3.6l1 1M11.4 11.4l1 1M12.4 3.6l-1 1M4.6 11.4l-1 1",
);
export const MoonIcon = icon("M13 9.6A5.5 5.5 0 0 1 6.4 3 5.5 5.5 0 1 0 13 9.6z");
export const GlobeIcon = icon(
  "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM2.2 8h11.6M8 2c2 2 2.6 4 2.6 6S10 12 8 14c-2-2-2.6-4-2.6-6S6 4 8 2z",
);
export const SwitchIcon = icon("M5 6l3-3 3 3M5 10l3 3 3-3");
export const SignOutIcon = icon("M6.5 2.5h-4v11h4M10 5l3 3-3 3M13 8H6");
export const KeyboardIcon = icon("M2 4.5h12v7H2zM4.5 7h.01M7 7h.01M9.5 7h.01M12 7h.01M5 9.5h6");
export const TableIcon = icon("M2.5 3.5h11v9h-11zM2.5 6.5h11M6.5 6.5v6");
export const ChartIcon = icon("M2.5 13.5h11M4.5 11V8M8 11V4.5M11.5 11V6.5");
export const UploadIcon = icon("M8 10.5V3M5 5.8L8 3l3 2.8M3 10.5v2.5h10v-2.5");
export const FileIcon = icon("M4 2h5l3 3v9H4zM9 2v3h3");
export const TrashIcon = icon("M3 4.5h10M6.5 4.5V3h3v1.5M4.5 4.5l.6 8.5h5.8l.6-8.5");
export const RowsIcon = icon("M2.5 4h11M2.5 8h11M2.5 12h11");
export const DragIcon = icon("M6 4h.01M10 4h.01M6 8h.01M10 8h.01M6 12h.01M10 12h.01");
export const TodayIcon = icon("M2.5 3.5h11v10h-11zM2.5 6.5h11M5.5 2v2.5M10.5 2v2.5M8 8.6v2.6M6.7 9.9h2.6");
export const EyeIcon = icon(
  "M1.8 8S4 3.8 8 3.8 14.2 8 14.2 8 12 12.2 8 12.2 1.8 8 1.8 8zM8 9.8a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6z",
);
export const EyeOffIcon = icon(
  "M2.5 2.5l11 11M6.5 4a6 6 0 0 1 1.5-.2c4 0 6.2 4.2 6.2 4.2a11 11 0 0 1-1.9 2.4M4.2 5A10.600 10.600 0 0 0 1.800 8S4 12.200 8 12.200a6 6 0 0 0 2.700-.600",
);
