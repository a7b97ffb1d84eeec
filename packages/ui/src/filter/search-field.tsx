import { Input } from "antd";
import type { ReactElement } from "react";
import { SearchIcon } from "../icons/icons.tsx";
import "./search-field.css";

export interface SearchFieldProps {
  /** Name of the field, and what it says while it is empty. */
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
}

/** Narrows a list by text as it is typed; stands among the filters. */
export const SearchField = ({ label, value, onChange }: SearchFieldProps): ReactElement => (
  <Input
    size="small"
    allowClear
    className="yt-search-field"
    prefix={<SearchIcon width={13} height={13} />}
    aria-label={label}
    placeholder={label}
    value={value}
    onChange={(event) => onChange(event.target.value)}
  />
);
