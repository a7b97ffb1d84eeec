import { describe, expect, it } from "vitest";
import { routeOf, routesIn } from "../../e2e/support/routes.ts";

describe("routesIn", () => {
  it("finds what has a path and a page, and says which need no session", () => {
    const text = `export default defineWebModule({
      name: "tasks",
      routes: [
        { path: "/tasks", load: () => import("./pages/list.tsx") },
        { path: "/t/$token", load: () => import("./pages/public.tsx"), access: "public", layout: "bare" },
      ],
      navigation: [{ path: "/tasks", label: { zh: "任务", en: "Tasks" }, order: 10 }],
    });`;
    expect(routesIn("index.ts", text)).toEqual([
      { path: "/tasks", isPublic: false },
      { path: "/t/$token", isPublic: true },
    ]);
  });
});

describe("routeOf", () => {
  const routes = ["/projects", "/projects/$projectId", "/projects/new", "/projects/$projectId/board"].map((path) => ({
    path,
    isPublic: false,
  }));
  it.each([
    ["/projects", "/projects"],
    ["/projects/prj_1", "/projects/$projectId"],
    ["/projects/new", "/projects/new"],
    ["/projects/prj_1/board", "/projects/$projectId/board"],
    ["/elsewhere", undefined],
  ])("%s is %s", (address, route) => {
    expect(routeOf(routes, address)?.path).toBe(route);
  });
});
