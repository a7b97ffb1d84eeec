import { type ReactElement, type ReactNode, useEffect } from "react";
import { createPortal } from "react-dom";
import { useProjectFrame } from "./project-context.ts";

/** Puts a view's primary action into the project's header: `<ProjectAction><Button type="primary">…</Button></ProjectAction>`. */
export function ProjectAction({ children }: { readonly children: ReactNode }): ReactElement | null {
  const { slot, claim } = useProjectFrame();
  useEffect(() => claim(), [claim]);
  return slot && (createPortal(children, slot) as ReactElement);
}
