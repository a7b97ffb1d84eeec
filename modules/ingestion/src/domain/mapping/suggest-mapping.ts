import { type ColumnMap, type Field, fieldsOf, missingFields } from "./fields.ts";
import { headerName } from "./header-name.ts";
import { PRESETS, type Preset } from "./presets.ts";
import { type Synonyms, synonymsOf } from "./synonyms.ts";

/**
 * Chooses a column for each field: the preset's own headings first, then the general ones, best synonym first.
 * A column serves one field only.
 */
export function mapColumns(headings: readonly string[], preset: Preset): ColumnMap {
  const names = headings.map(headerName);
  const taken = new Set<number>();
  const columns: ColumnMap = {};
  const general = synonymsOf(preset.kind);
  for (const synonyms of [preset.headings as Synonyms, general]) {
    for (const field of fieldsOf(preset.kind)) {
      if (columns[field] !== undefined) continue;
      const at = columnFor(names, synonyms[field] ?? [], taken);
      if (at === undefined) continue;
      taken.add(at);
      columns[field] = at;
    }
  }
  return columns;
}

function columnFor(
  names: readonly string[],
  synonyms: readonly string[],
  taken: ReadonlySet<number>,
): number | undefined {
  for (const synonym of synonyms) {
    const wanted = headerName(synonym);
    const at = names.findIndex((name, i) => name === wanted && !taken.has(i));
    if (at >= 0) return at;
  }
  return undefined;
}

/** How many of a preset's own headings the file has, less what must be there and is not. */
function score(headings: readonly string[], preset: Preset, columns: ColumnMap): number {
  const names = new Set(headings.map(headerName));
  const own = Object.values(preset.headings as Synonyms).filter((synonyms) =>
    synonyms.some((s) => names.has(headerName(s))),
  ).length;
  // One or two shared words are chance: then the general preset, which claims no platform, is the better answer.
  const stranger = preset.channel !== null && own < 3 ? 100 : 0;
  return own * 2 + Object.keys(columns).length - missingFields(preset.kind, columns).length * 4 - stranger;
}

export interface MappingSuggestion {
  readonly preset: Preset;
  readonly columns: ColumnMap;
}

/** The preset that knows most of the file's headings, with its mapping. The general presets win where no platform fits. */
export function suggestMapping(headings: readonly string[], presets: readonly Preset[] = PRESETS): MappingSuggestion {
  let best: (MappingSuggestion & { score: number }) | undefined;
  for (const preset of presets) {
    const columns = mapColumns(headings, preset);
    const points = score(headings, preset, columns);
    if (best === undefined || points > best.score) best = { preset, columns, score: points };
  }
  if (best === undefined) throw new RangeError("no presets");
  return { preset: best.preset, columns: best.columns };
}

/** The column a field is read from, as the file calls it. */
export const headingOf = (headings: readonly string[], columns: ColumnMap, field: Field): string | null => {
  const at = columns[field];
  return at === undefined ? null : (headings[at] ?? null);
};
