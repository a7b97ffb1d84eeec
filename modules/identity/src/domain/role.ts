/** The roles of a workspace. What each may do is data: see `permissionsOf`. */
export const ROLES = [
  "owner",
  "admin",
  "executive",
  "project_manager",
  "marketer",
  "analyst",
  "finance",
  "store_staff",
  "guest",
] as const;
export type Role = (typeof ROLES)[number];

/** Every right that an operation can ask for. `money.view` is apart: not everybody who plans may see what things cost. */
export const PERMISSIONS = [
  "workspace.view",
  "workspace.manage",
  "members.view",
  "members.manage",
  "tokens.manage",
  "projects.view",
  "projects.create",
  "projects.edit",
  "templates.manage",
  "tasks.view",
  "tasks.edit",
  "comments.write",
  "approvals.view",
  "approvals.decide",
  "approvals.manage",
  "money.view",
  "budgets.edit",
  "claims.submit",
  "claims.pay",
  "assets.view",
  "assets.edit",
  "data.view",
  "data.import",
  "data.manage",
  "links.edit",
  "insights.view",
  "insights.edit",
  "retrospectives.view",
  "retrospectives.edit",
  "notifications.view",
  "audit.view",
] as const;
export type Permission = (typeof PERMISSIONS)[number];

const MEMBER: readonly Permission[] = [
  "workspace.view",
  "members.view",
  "tokens.manage",
  "projects.view",
  "tasks.view",
  "comments.write",
  "approvals.view",
  "approvals.decide",
  "assets.view",
  "notifications.view",
];

const MARKETER: readonly Permission[] = [
  ...MEMBER,
  "tasks.edit",
  "assets.edit",
  "claims.submit",
  "links.edit",
  "insights.view",
  "data.view",
  "retrospectives.view",
];

const TABLE: Readonly<Record<Role, readonly Permission[]>> = {
  owner: PERMISSIONS,
  admin: PERMISSIONS,
  executive: [
    ...MEMBER,
    "money.view",
    "insights.view",
    "data.view",
    "retrospectives.view",
    "projects.create",
    "tasks.edit",
    "claims.submit",
    "audit.view",
  ],
  project_manager: [
    ...MARKETER,
    "projects.create",
    "projects.edit",
    "templates.manage",
    "money.view",
    "budgets.edit",
    "data.import",
    "insights.edit",
    "retrospectives.edit",
  ],
  marketer: MARKETER,
  analyst: [...MARKETER, "money.view", "data.import", "data.manage", "insights.edit", "retrospectives.edit"],
  finance: [
    ...MEMBER,
    "money.view",
    "budgets.edit",
    "claims.submit",
    "claims.pay",
    "insights.view",
    "data.view",
    "retrospectives.view",
    "audit.view",
  ],
  store_staff: [...MEMBER, "tasks.edit", "claims.submit"],
  guest: [
    "workspace.view",
    "projects.view",
    "tasks.view",
    "comments.write",
    "assets.view",
    "assets.edit",
    "notifications.view",
  ],
};

export const permissionsOf = (role: Role): ReadonlySet<Permission> => new Set(TABLE[role]);

export const isRole = (text: string): text is Role => (ROLES as readonly string[]).includes(text);
export const isPermission = (text: string): text is Permission => (PERMISSIONS as readonly string[]).includes(text);
