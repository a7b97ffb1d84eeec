import { ErrorBoundary, type SidebarSection, useModules } from "@yutu/ui";
import { type ComponentType, lazy, type ReactElement } from "react";
import { Library } from "../library.tsx";

const parts = new Map<string, ComponentType>();

/** One lazy component per section for the life of the page, however often the sidebar is drawn. */
function partOf(section: SidebarSection): ComponentType {
  const known = parts.get(section.key);
  if (known) return known;
  const part = lazy(section.load);
  parts.set(section.key, part);
  return part;
}

/** What modules put under the destinations, such as the favourite projects. */
export function SidebarSections(): ReactElement {
  const sections = useModules()
    .flatMap((module) => module.sidebar ?? [])
    .toSorted((a, b) => a.order - b.order);
  return (
    <>
      {sections.map((section) => {
        const Part = partOf(section);
        return (
          <ErrorBoundary key={section.key}>
            <Library>
              <Part />
            </Library>
          </ErrorBoundary>
        );
      })}
    </>
  );
}
