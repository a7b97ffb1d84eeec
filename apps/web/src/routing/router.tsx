import {
  type AnyRoute,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
} from "@tanstack/react-router";
import { type LayoutLoader, type RouteDescriptor, readSearch, type WebModule, writeSearch } from "@yutu/ui";
import { type ComponentType, lazy } from "react";
import { Library, preloadLibrary } from "../library.tsx";
import { Shell } from "../shell/shell.tsx";
import { GuardedPage } from "./guarded-page.tsx";
import { StartPage } from "./start-page.tsx";
import { NotFound } from "./status-pages.tsx";

const FALLBACK_SIGN_IN = "/sign-in";

function pageRoute(parent: AnyRoute, descriptor: RouteDescriptor, signInPath: string): AnyRoute {
  const Page = lazyRouteComponent(descriptor.load) as ComponentType & { preload?: () => Promise<void> };
  const component = Object.assign(() => <GuardedPage route={descriptor} signInPath={signInPath} Page={Page} />, {
    preload: async () => {
      if (!descriptor.light) preloadLibrary();
      await Page.preload?.();
    },
  });
  return createRoute({ getParentRoute: () => parent, path: descriptor.path, component });
}

/** A frame that some module offers; the pages inside change while it stays. */
function layoutRoute(shell: AnyRoute, name: string, load: LayoutLoader): AnyRoute {
  const Frame = lazy(load);
  return createRoute({
    getParentRoute: () => shell,
    id: `layout-${name}`,
    component: () => (
      <Library>
        <Frame>
          <Outlet />
        </Frame>
      </Library>
    ),
  });
}

function routeTree(modules: readonly WebModule[]): AnyRoute {
  const signInPath = modules.find((module) => module.session)?.session?.signInPath ?? FALLBACK_SIGN_IN;
  const root = createRootRoute({ component: Outlet });
  const shell = createRoute({ getParentRoute: () => root, id: "shell", component: Shell });
  const frames = new Map<string, AnyRoute>([
    ["bare", root],
    ["shell", shell],
  ]);
  for (const module of modules) {
    for (const [name, load] of Object.entries(module.layouts ?? {})) frames.set(name, layoutRoute(shell, name, load));
  }
  const children = new Map<AnyRoute, AnyRoute[]>([...frames.values()].map((frame) => [frame, []]));
  const descriptors = modules.flatMap((module) => module.routes);
  for (const descriptor of descriptors) {
    const frame = frames.get(descriptor.layout ?? "shell");
    if (!frame) throw new Error(`no module offers the layout "${descriptor.layout ?? ""}" of ${descriptor.path}`);
    children.get(frame)?.push(pageRoute(frame, descriptor, signInPath));
  }
  if (!descriptors.some((descriptor) => descriptor.path === "/")) {
    const start = () => <StartPage signInPath={signInPath} />;
    children.get(shell)?.push(createRoute({ getParentRoute: () => shell, path: "/", component: start }));
  }
  for (const [frame, pages] of children) {
    if (frame !== root && frame !== shell) children.get(shell)?.push(frame.addChildren(pages) as AnyRoute);
  }
  shell.addChildren([
    ...(children.get(shell) ?? []),
    createRoute({ getParentRoute: () => shell, path: "$", component: NotFound }),
  ]);
  return root.addChildren([shell, ...(children.get(root) ?? [])]) as AnyRoute;
}

/** The router of the product, from the route descriptors of its modules. */
export const createAppRouter = (modules: readonly WebModule[]) =>
  createRouter({
    routeTree: routeTree(modules),
    parseSearch: readSearch,
    stringifySearch: writeSearch,
    defaultPreload: "intent",
    defaultPreloadStaleTime: 0,
    scrollRestoration: true,
    defaultNotFoundComponent: NotFound,
  });
