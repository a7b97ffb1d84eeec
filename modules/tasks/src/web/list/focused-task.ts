/** The task under the cursor of the grid that has the focus, if any. */
export function focusedTaskId(): string | undefined {
  const grid = document.activeElement;
  if (!(grid instanceof HTMLElement) || grid.getAttribute("role") !== "grid") return undefined;
  const cell = document.getElementById(grid.getAttribute("aria-activedescendant") ?? "");
  const marked = cell?.closest('[role="row"]')?.querySelector<HTMLElement>("[data-task]");
  return marked?.dataset["task"];
}
