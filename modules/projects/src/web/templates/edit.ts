import type { ProjectTemplate } from "../../domain/template.ts";

/** What every part of the editor works with. */
export interface TemplateEdit {
  readonly template: ProjectTemplate;
  /** @param field names what changes, for steps back */
  readonly put: (change: Partial<ProjectTemplate>, field: string) => void;
  /** What is wrong at a pointer, in words. */
  readonly faultAt: (pointer: string) => string | undefined;
  /** How many faults lie at or below a pointer. */
  readonly faultsBelow: (pointer: string) => number;
}
