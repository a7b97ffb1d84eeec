import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { createClient } from "@yutu/contract";
import {
  ClientContext,
  createQueryClient,
  ErrorBoundary,
  ModulesContext,
  registerProblems,
  type WebModule,
} from "@yutu/ui";
import { type ReactElement, StrictMode } from "react";
import { createAppRouter } from "./routing/router.tsx";
import { SessionProvider } from "./session/session-provider.tsx";
import { watchedFetch } from "./session/signed-out.ts";

/** The product assembled from its modules; one per page load. */
export function createApp(modules: readonly WebModule[]): () => ReactElement {
  const client = createClient({ baseUrl: "/api/v1", fetch: watchedFetch });
  const queries = createQueryClient();
  const router = createAppRouter(modules);
  const source = modules.find((module) => module.session)?.session;
  for (const module of modules) if (module.problems) registerProblems(module.problems);
  return () => (
    <StrictMode>
      <div className="yt-root">
        <ErrorBoundary>
          <QueryClientProvider client={queries}>
            <ClientContext value={client}>
              <ModulesContext value={modules}>
                <SessionProvider source={source}>
                  <RouterProvider router={router} />
                </SessionProvider>
              </ModulesContext>
            </ClientContext>
          </QueryClientProvider>
        </ErrorBoundary>
      </div>
    </StrictMode>
  );
}
