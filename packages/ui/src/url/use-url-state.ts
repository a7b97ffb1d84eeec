import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";
import type { SearchRecord } from "./search-text.ts";

/** The part of a Zod schema that is needed; give every member a default so that an empty URL is a state. */
export interface StateSchema<State> {
  readonly safeParse: (input: unknown) => { readonly success: boolean; readonly data?: State };
}

export interface SetStateOptions {
  /** True keeps the browser's back button on the state before (typing in a filter). Default true. */
  readonly replace?: boolean;
}

export type SetUrlState<State> = (patch: Partial<State>, options?: SetStateOptions) => void;

function parse<State>(schema: StateSchema<State>, search: SearchRecord): State {
  const whole = schema.safeParse(search);
  if (whole.success && whole.data !== undefined) return whole.data;
  // one bad value (an old link) should not lose the others
  const kept: SearchRecord = {};
  for (const [key, value] of Object.entries(search)) {
    if (schema.safeParse({ [key]: value }).success) kept[key] = value;
  }
  const rest = schema.safeParse(kept);
  if (rest.success && rest.data !== undefined) return rest.data;
  throw new Error("a URL state schema must accept {}: give each member a default");
}

/** Leaves out what equals the default, so that addresses stay short. */
export function shortState<State extends object>(schema: StateSchema<State>, state: Partial<State>): SearchRecord {
  const defaults = parse(schema, {}) as SearchRecord;
  return Object.fromEntries(
    Object.entries(state).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(defaults[key])),
  );
}

/**
 * Filters, sorting and the open panel live in the address: a link is a saved view.
 * Members the schema does not know are left as they are, so several parts can share one address.
 */
export function useUrlState<State extends object>(schema: StateSchema<State>): readonly [State, SetUrlState<State>] {
  const search = useSearch({ strict: false }) as SearchRecord;
  const navigate = useNavigate();
  const state = useMemo(() => parse(schema, search), [schema, search]);
  const setState = useCallback<SetUrlState<State>>(
    (patch, options = {}) => {
      const next = (before: SearchRecord): SearchRecord => {
        const merged = { ...parse(schema, before), ...patch };
        const others = Object.fromEntries(Object.entries(before).filter(([key]) => !(key in merged)));
        return { ...others, ...shortState(schema, merged) };
      };
      void navigate({ to: ".", search: next, replace: options.replace ?? true });
    },
    [navigate, schema],
  );
  return [state, setState];
}
