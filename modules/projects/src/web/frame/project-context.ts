import type { OperationOutput } from "@yutu/contract";
import { createContext, useContext } from "react";
import type { projects } from "../../contract/index.ts";

export type Project = OperationOutput<typeof projects.getProject>;

export interface ProjectFrameState {
  readonly project: Project;
  /** Where a view's own action goes in the header; null until it is there. */
  readonly slot: HTMLElement | null;
  /** Tells the header that a view has brought its action, so that there is one primary button only. */
  readonly claim: () => () => void;
}

export const ProjectFrameContext = createContext<ProjectFrameState | undefined>(undefined);

function useFrame(): ProjectFrameState {
  const state = useContext(ProjectFrameContext);
  if (!state) throw new Error("this page belongs into the layout «project»");
  return state;
}

/** The project around a view; for pages with `layout: "project"`. */
export const useProject = (): Project => useFrame().project;

export const useProjectFrame = useFrame;
