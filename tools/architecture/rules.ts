import type { Rule } from "./project.ts";
import { boundaries, knownAreas } from "./rules/boundaries.ts";
import { noCycles } from "./rules/cycles.ts";
import { declaredDependencies, usedDependencies } from "./rules/dependencies.ts";
import { colourInTheme } from "./rules/interface-colour.ts";
import { textInMessages } from "./rules/interface-text.ts";
import { layers } from "./rules/layers.ts";
import { noLooseEnds } from "./rules/loose-ends.ts";
import { tellingNames } from "./rules/names.ts";
import { environmentInOnePlace, frameworkInOnePlace } from "./rules/places-of-use.ts";
import { pureFolders } from "./rules/purity.ts";
import { ownTables } from "./rules/tables.ts";
import { webWithoutServer } from "./rules/web.ts";

/** Rules without exception; the numbers of budget.ts are the ones that may still improve. */
export const rules: readonly Rule[] = [
  noCycles,
  boundaries,
  knownAreas,
  layers,
  ownTables,
  pureFolders,
  webWithoutServer,
  frameworkInOnePlace,
  environmentInOnePlace,
  declaredDependencies,
  usedDependencies,
  textInMessages,
  colourInTheme,
  tellingNames,
  noLooseEnds,
];
