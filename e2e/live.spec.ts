import { projects } from "@yutu/projects/contract";
import { tasks } from "@yutu/tasks/contract";
import { clientOf, expect, test } from "./support/test.ts";

/** What two people, each in a browser of their own, see of each other without reloading. */

async function newTask(title: string): Promise<string> {
  const pm = await clientOf("pm");
  const running = await pm.call(projects.listProjects, { query: { status: ["running"] } });
  const projectId = running.ok ? (running.value.items[0]?.id ?? "") : "";
  const made = await pm.call(tasks.createTask, { body: { projectId, title } });
  if (!made.ok) throw new Error(made.error.detail);
  return made.value.id;
}

test("a change, a comment and a colleague's presence reach the other browser by themselves", async ({ pageOf }) => {
  const [mine, theirs] = [await pageOf("pm"), await pageOf("marketer")];
  const title = `同步 ${Date.now()}`;
  const id = await newTask(title);

  await theirs.goto(`/tasks/${id}`);
  await expect(theirs.getByRole("heading", { name: title })).toBeVisible();
  await expect(theirs.getByText("也在看")).toHaveCount(0);

  await mine.goto(`/tasks/${id}`);
  await expect(theirs.getByText("也在看")).toBeVisible();

  await mine.getByRole("combobox", { name: "写评论" }).pressSequentially("图今晚给");
  await expect(theirs.getByText("正在输入…")).toBeVisible();
  await mine.keyboard.press("Enter");
  await expect(theirs.getByRole("main").getByText("图今晚给")).toBeVisible();
  await expect(theirs.getByText("正在输入…")).toHaveCount(0);

  await theirs.keyboard.press("e");
  await theirs.getByRole("textbox", { name: "标题" }).fill(`${title} 改`);
  await theirs.keyboard.press("Enter");
  await expect(mine.getByRole("heading", { name: `${title} 改` })).toBeVisible();

  await mine.goto("/");
  await expect(theirs.getByText("也在看")).toHaveCount(0);
});
