import { describe, expect, it } from "vitest";
import { type StateSchema, shortState } from "./use-url-state.ts";

interface State {
  readonly group: string;
  readonly status: readonly string[];
  readonly limits: Readonly<Record<string, number>>;
}
const defaults: State = { group: "phase", status: ["open"], limits: { doing: 8 } };
const schema: StateSchema<State> = {
  safeParse: (input) => ({ success: true, data: { ...defaults, ...(input as Partial<State>) } }),
};

describe("shortState", () => {
  it("keeps what differs from the defaults only", () => {
    expect(shortState(schema, { ...defaults })).toEqual({});
    expect(shortState(schema, { ...defaults, status: [], group: "channel" })).toEqual({ status: [], group: "channel" });
    expect(shortState(schema, { limits: { doing: 3 } })).toEqual({ limits: { doing: 3 } });
  });
});
