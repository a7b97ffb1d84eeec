import { tasks } from "@yutu/tasks/contract";
import { act, demoPromotion } from "./support/campaign.ts";
import { expect, test } from "./support/test.ts";

/** What two people, each in a browser of their own, see of each other without reloading. */

test("a change, a comment and a colleague's presence reach the other browser by themselves", async ({ pageOf }) => {
  const [mine, theirs] = [await pageOf("pm"), await pageOf("marketer")];
  const title = `同步 ${Date.now()}`;
  const { id } = await act("pm", tasks.createTask, { body: { projectId: (await demoPromotion()).id, title } });

  await theirs.goto(`/tasks/${id}`);
  await expect(theirs.getByRole("heading", { name: title })).toBeVisible();
  await expect(theirs.getByText("也在看")).toHaveCount(0);

  await mine.goto(`/tasks/${id}`);
  await expect(theirs.getByText("也在看")).toBeVisible();

  await mine.getByRole("textbox", { name: "写评论" }).pressSequentially("图今晚给");
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
