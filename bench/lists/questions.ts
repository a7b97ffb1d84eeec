import { ASSETS, LARGE_PROJECTS, LARGE_TASKS, PROJECTS } from "./fill.ts";

/** One page's question to the server; each asking is about another thing, by its number. */
export interface Question {
  readonly name: string;
  readonly path: (n: number, tasks: number) => string;
}

const id = (prefix: string, n: number): string => `${prefix}_${String(n).padStart(26, "0")}`;
// Every tenth project is private; these are the others, and what belongs to them.
const project = (n: number): string =>
  id("prj", 1 + LARGE_PROJECTS + ((n * 10) % (PROJECTS - LARGE_PROJECTS)) + (n % 9));
const largeProject = (n: number): string => id("prj", 1 + (n % (LARGE_PROJECTS - 1)));
const task = (n: number, tasks: number): string => {
  const before = LARGE_PROJECTS * LARGE_TASKS;
  return id("tsk", before + 1 + ((n * 10) % (tasks - before)));
};
const asking = (q: string): string => encodeURIComponent(q);

const WORDS = ["主视觉", "达人沟通", "直播", "素材剪辑 1", "核对 20"];
const CHARACTERS = ["视", "达", "播", "剪", "流"];
/** Six weeks, as the month view shows them. */
const MONTHS = ["2026-03-30&to=2026-05-10", "2026-06-01&to=2026-07-12", "2026-10-26&to=2026-12-06"];
const OPEN = "status=todo&status=doing&status=review";

export const QUESTIONS: readonly Question[] = [
  { name: "list of projects", path: () => "/projects?limit=50" },
  { name: "projects by name", path: (n) => `/projects?limit=50&q=${asking(["双11", "新品", "节"][n % 3] ?? "")}` },
  { name: "project", path: (n) => `/projects/${project(n * 7)}` },
  { name: "budget of a project", path: (n) => `/projects/${project(n * 7)}/budget` },
  { name: "list of all tasks by due date", path: () => "/tasks?limit=100&sort=due" },
  { name: "list of all tasks by title", path: () => "/tasks?limit=100&sort=title" },
  { name: "list of my open tasks", path: () => `/tasks?limit=100&mine=true&${OPEN}` },
  {
    name: "tasks by 2 characters and more of the title",
    path: (n) => `/tasks?limit=20&q=${asking(WORDS[n % WORDS.length] ?? "")}`,
  },
  {
    name: "tasks by 1 character of the title",
    path: (n) => `/tasks?limit=20&q=${asking(CHARACTERS[n % CHARACTERS.length] ?? "")}`,
  },
  {
    name: "tasks by a title that few have",
    path: (n) => `/tasks?limit=20&q=${asking(`沟通 ${(n * 7919) % 100_000}`)}`,
  },
  { name: "list of a project's tasks", path: (n) => `/tasks?limit=100&sort=due&projectId=${project(n * 13)}` },
  { name: "board of a project", path: (n) => `/tasks?limit=500&sort=rank&projectId=${project(n * 11)}` },
  { name: "board of 500 tasks", path: (n) => `/tasks?limit=500&sort=rank&projectId=${largeProject(n)}` },
  { name: "plan of a project", path: (n) => `/projects/${project(n * 11)}/plan` },
  { name: "plan of 500 tasks", path: (n) => `/projects/${largeProject(n)}/plan` },
  { name: "task", path: (n, tasks) => `/tasks/${task(n * 17, tasks)}` },
  { name: "my work", path: () => "/my-work" },
  { name: "calendar of the workspace, six weeks", path: (n) => `/task-calendar?from=${MONTHS[n % MONTHS.length]}` },
  {
    name: "calendar of a project, six weeks",
    path: (n) => `/task-calendar?projectId=${project(n * 11)}&from=${MONTHS[n % MONTHS.length]}`,
  },
  { name: "list of assets", path: () => "/assets?limit=50" },
  {
    name: "assets by name",
    path: (n) => `/assets?limit=50&q=${asking(["横幅", "短视频", "门店海报 1", "清仓"][n % 4] ?? "")}`,
  },
  { name: "asset", path: (n) => `/assets/${id("ast", 1 + ((n * 10) % ASSETS))}` },
];
