import { useMessages } from "@yutu/i18n";
import type { ReactElement } from "react";
import "./date-fields.css";
import { filterTexts } from "./messages.ts";

interface DateFieldsProps {
  readonly values: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
}

/** From and to, either may stay empty. */
export function DateFields({ values, onChange }: DateFieldsProps): ReactElement {
  const t = useMessages(filterTexts);
  const [from = "", to = ""] = values;
  const put = (next: readonly [string, string]): void => onChange(next[0] === "" && next[1] === "" ? [] : next);
  return (
    <div className="yt-date-fields">
      <label>
        {t.from}
        <input
          type="date"
          value={from}
          {...(to === "" ? {} : { max: to })}
          onChange={(event) => put([event.target.value, to])}
        />
      </label>
      <label>
        {t.to}
        <input
          type="date"
          value={to}
          {...(from === "" ? {} : { min: from })}
          onChange={(event) => put([from, event.target.value])}
        />
      </label>
    </div>
  );
}
