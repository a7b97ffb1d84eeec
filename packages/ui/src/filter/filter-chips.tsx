import { useFormat, useMessages } from "@yutu/i18n";
import { type ReactElement, type ReactNode, useRef } from "react";
import { CloseIcon, PlusIcon } from "../icons/icons.tsx";
import { useShortcut } from "../keyboard/use-shortcut.ts";
import { ChoiceList } from "./choice-list.tsx";
import { DateFields } from "./date-fields.tsx";
import { type Filter, type FilterValues, isSet } from "./filter.ts";
import "./filter-chips.css";
import { filterTexts } from "./messages.ts";
import { Popover } from "./popover.tsx";

export interface FilterChipsProps {
  readonly filters: readonly Filter[];
  readonly values: FilterValues;
  /** Receives the changed key only; `[]` clears it. */
  readonly onChange: (key: string, values: readonly string[]) => void;
  /** Before the chips: the grouping switch. */
  readonly leading?: ReactNode;
  /** At the end: order, fields, save view. */
  readonly trailing?: ReactNode;
}

/** What a set filter says: `未完成`, `天猫 等 3 项`, `05/06 – 06/01`. */
function useSummary(): (filter: Filter, values: readonly string[]) => string {
  const t = useMessages(filterTexts);
  const format = useFormat();
  return (filter, values) => {
    if (filter.kind === "dates") {
      const [from = "", to = ""] = values;
      if (from !== "" && to !== "") return format.range(from, to);
      return from === "" ? t.until({ date: format.monthDay(to) }) : t.since({ date: format.monthDay(from) });
    }
    const names = values.map((value) => filter.options.find((option) => option.value === value)?.label ?? value);
    const first = names[0] ?? "";
    return names.length > 1 ? t.more({ first, count: names.length }) : first;
  };
}

function Chip({
  filter,
  values,
  onChange,
}: {
  readonly filter: Filter;
  readonly values: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
}): ReactElement {
  const t = useMessages(filterTexts);
  const summary = useSummary();
  const set = isSet(values);
  const face = set ? (
    <>
      <span>{filter.label}</span> <strong>{summary(filter, values)}</strong>
    </>
  ) : (
    <>
      <PlusIcon width={13} height={13} />
      <span>{filter.label}</span>
    </>
  );
  return (
    <span className="yt-chip" data-set={set}>
      <Popover label={filter.label} button={face} buttonClass="yt-chip-face">
        {(close) =>
          filter.kind === "dates" ? (
            <DateFields values={values} onChange={onChange} />
          ) : (
            <ChoiceList filter={filter} values={values} onChange={onChange} onDone={close} />
          )
        }
      </Popover>
      {set && (
        <button
          type="button"
          className="yt-plain yt-chip-remove"
          aria-label={t.remove({ label: filter.label })}
          onClick={() => onChange([])}
        >
          <CloseIcon width={12} height={12} />
        </button>
      )}
    </span>
  );
}

/** Attribute chips over a list: set ones are filled, the others wait as dashed "+". "/" opens the first. */
export function FilterChips({ filters, values, onChange, leading, trailing }: FilterChipsProps): ReactElement {
  const t = useMessages(filterTexts);
  const row = useRef<HTMLDivElement>(null);
  const anySet = filters.filter((filter) => isSet(values[filter.key])).length > 1;
  const clearAll = (): void => {
    for (const filter of filters) if (isSet(values[filter.key])) onChange(filter.key, []);
  };
  useShortcut({
    keys: "/",
    label: t.filters,
    run: () => row.current?.querySelector<HTMLElement>(".yt-chip-face")?.click(),
  });
  return (
    <div ref={row} className="yt-filters" role="group" aria-label={t.filters}>
      {leading}
      {filters.map((filter) => (
        <Chip
          key={filter.key}
          filter={filter}
          values={values[filter.key] ?? []}
          onChange={(next) => onChange(filter.key, next)}
        />
      ))}
      {anySet && (
        <button type="button" className="yt-plain yt-filters-clear" onClick={clearAll}>
          {t.clearAll}
        </button>
      )}
      {trailing !== undefined && <div className="yt-filters-end">{trailing}</div>}
    </div>
  );
}
