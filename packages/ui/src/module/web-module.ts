import type { Client } from "@yutu/contract";
import type { Records } from "@yutu/i18n";
import type { ComponentType, ReactNode } from "react";
import type { ProblemMessages } from "../problem/problem-catalogue.ts";
import type { SessionSource } from "../session/session.ts";
import type { Label } from "./label.ts";

/** A page or a part that arrives when it is first shown: `() => import("./pages/board.tsx")` with a default export. */
export type Loader<Props = object> = () => Promise<{ readonly default: ComponentType<Props> }>;

export interface RouteDescriptor {
  /** Path with `$name` parameters, e.g. `/projects/$projectId/board`. Unique in the product. */
  readonly path: string;
  readonly load: Loader;
  /** `bare` pages (sign-in, public links) stand without the shell; a name picks a frame that some module offers in `layouts`. */
  readonly layout?: "shell" | "bare" | (string & {});
  /** `public` pages need no session. Otherwise a permission such as `budgets.read`, or any member when left out. */
  readonly access?: "public" | `${string}.${string}`;
  /** Title of the browser tab. */
  readonly title?: Label;
  /** True for pages that use nothing of the component library (sign-in), so that they open without it. */
  readonly light?: boolean;
}

export interface NavigationItem {
  readonly path: string;
  /** Beginnings of other addresses that belong to this destination. */
  readonly also?: readonly string[];
  readonly label: Label;
  readonly icon: ComponentType;
  /** Position in the sidebar; lower is higher. Tens leave room. */
  readonly order: number;
  /** Position in the phone's bottom bar (at most five in all); absent means not there. */
  readonly phoneOrder?: number;
  /** A shorter word for the bottom bar. */
  readonly phoneLabel?: Label;
  readonly permission?: `${string}.${string}`;
  /** A hook whose number stands at the end of the row (unread messages). */
  readonly useBadge?: () => number | undefined;
  /** `G` then this letter opens it. */
  readonly goKey?: string;
}

/** A part under the destinations in the sidebar, such as the favourite projects. */
export interface SidebarSection {
  readonly key: string;
  readonly order: number;
  readonly load: Loader;
}

/** One view among those of the same thing, e.g. 列表 看板 甘特图 of a project; modules add to each other's groups. */
export interface TabDescriptor {
  /** The thing: `project`, `settings`, … */
  readonly group: string;
  readonly path: string;
  readonly label: Label;
  readonly order: number;
  readonly permission?: `${string}.${string}`;
}

/** A frame around pages: header and tabs stay while the views inside change. */
export type LayoutLoader = Loader<{ readonly children: ReactNode }>;

export interface CommandContext {
  readonly go: (path: string) => void;
}

/** An action of the palette. */
export interface CommandDescriptor {
  readonly key: string;
  readonly label: Label;
  /** Extra words it is found by, e.g. pinyin initials. */
  readonly words?: readonly string[];
  readonly permission?: `${string}.${string}`;
  readonly icon?: ComponentType;
  /** True puts it into the "new" menu beside the workspace name as well. */
  readonly creates?: boolean;
  /** Shown at the end of the row, e.g. `C`. */
  readonly keys?: string;
  readonly run: (context: CommandContext) => void;
}

export interface PaletteHit {
  readonly key: string;
  readonly title: string;
  /** A second line or a code. */
  readonly context?: string;
  readonly path: string;
}

/** Finds things of the module by text, for the palette. Import what `search` needs inside it, so that it loads with the first search. */
export interface PaletteSearch {
  readonly key: string;
  readonly label: Label;
  readonly search: (client: Client, text: string, signal: AbortSignal) => Promise<readonly PaletteHit[]>;
}

/** The web part of a module. The shell assembles the product from these and knows nothing else about modules. */
export interface WebModule {
  readonly name: string;
  readonly routes: readonly RouteDescriptor[];
  readonly navigation?: readonly NavigationItem[];
  readonly sidebar?: readonly SidebarSection[];
  readonly tabs?: readonly TabDescriptor[];
  readonly layouts?: Readonly<Record<string, LayoutLoader>>;
  readonly commands?: readonly CommandDescriptor[];
  readonly searches?: readonly PaletteSearch[];
  /** Sentences for the module's problem codes. */
  readonly problems?: ProblemMessages;
  /** Words for the module's records and their columns, where changes of any of them are shown (the audit log). Loaded when asked for. */
  readonly records?: () => Promise<Records>;
  /** Offered by exactly one module (identity). */
  readonly session?: SessionSource;
}

export const defineWebModule = (module: WebModule): WebModule => module;
