import { z } from "zod";
import { FILE_KINDS } from "../../domain/file-kind.ts";

const words = z.array(z.string()).default([]);

/** The library's filters, display and open asset as they stand in the address. */
export const libraryState = z.object({
  q: z.string().default(""),
  kind: z.array(z.enum(FILE_KINDS)).default([]),
  channel: words,
  project: words,
  status: z.array(z.enum(["draft", "ready", "archived"])).default([]),
  tag: words,
  view: z.enum(["grid", "list"]).default("grid"),
  asset: z.string().default(""),
});

export type LibraryState = z.output<typeof libraryState>;

/** What the server is asked for a state; `projectId` is set inside a project. */
export const libraryQuery = (state: LibraryState, projectId?: string) => {
  const project = projectId ?? state.project[0];
  return {
    ...(state.q.trim() ? { q: state.q.trim() } : {}),
    ...(state.kind.length > 0 ? { kind: state.kind } : {}),
    ...(state.channel[0] ? { channel: state.channel[0] } : {}),
    ...(project ? { projectId: project } : {}),
    ...(state.status[0] ? { status: state.status[0] } : {}),
    ...(state.tag.length > 0 ? { tag: state.tag } : {}),
  };
};

export const isFiltered = (state: LibraryState): boolean =>
  state.q !== "" ||
  [state.kind, state.channel, state.project, state.status, state.tag].some((values) => values.length > 0);

export const noFilters = { q: "", kind: [], channel: [], project: [], status: [], tag: [] };
