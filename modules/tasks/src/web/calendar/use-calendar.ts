import type { OperationOutput } from "@yutu/contract";
import { useMessages } from "@yutu/i18n";
import { calendarDate, parseCalendarDate } from "@yutu/kernel";
import { useToday } from "@yutu/projects/web";
import { type DayKindOf, plainWeek, toast, useCommand, useOperation } from "@yutu/ui";
import { useMemo } from "react";
import { z } from "zod";
import { tasks } from "../../contract/index.ts";
import { TASK_STATUSES } from "../../domain/status.ts";
import { taskTexts } from "../messages.ts";
import { CALENDAR_VIEWS, rangeOf } from "./calendar-range.ts";
import { calendarTexts } from "./messages.ts";

export type Calendar = OperationOutput<typeof tasks.listCalendar>;
export type CalendarTask = Calendar["tasks"][number];

export const calendarState = z.object({
  view: z.enum(CALENDAR_VIEWS).default("lanes"),
  /** The day the view is open on; empty is today. */
  day: z.string().default(""),
  lane: z.enum(["phase", "channel", "assignee"]).default("phase"),
  channel: z.array(z.string()).default([]),
  assignee: z.array(z.string()).default([]),
  status: z.array(z.enum(TASK_STATUSES)).default([]),
});
export type CalendarState = z.output<typeof calendarState>;

/** What runs in the days that the state shows. */
export function useCalendar(state: CalendarState, projectId?: string) {
  const today = useToday();
  const day = parseCalendarDate(state.day).ok ? calendarDate(state.day) : today;
  const range = rangeOf(state.view, day);
  const answer = useOperation(tasks.listCalendar, {
    query: {
      ...range,
      ...(projectId ? { projectId } : {}),
      ...(state.channel.length > 0 ? { channel: state.channel } : {}),
      ...(state.assignee.length > 0 ? { assigneeId: state.assignee } : {}),
      ...(state.status.length > 0 ? { status: state.status } : {}),
    },
  });
  const days = answer.data?.days;
  const dayKind: DayKindOf = useMemo(() => {
    const marks = new Map((days ?? []).map((mark) => [mark.date, mark.kind]));
    return (date) => marks.get(date) ?? plainWeek(date);
  }, [days]);
  return { ...answer, today, day, range, dayKind };
}

/** Moves a task to other days on the calendar; what its links push follows. */
export function useMoveTask(): (
  task: CalendarTask,
  to: { readonly startDate: string; readonly dueDate: string; readonly channel?: string | null },
) => void {
  const t = useMessages(calendarTexts);
  const words = useMessages(taskTexts);
  const command = useCommand(tasks.updateTask, {
    optimistic: (cache, { params, body }) =>
      cache.update(tasks.listCalendar, (before) => ({
        ...before,
        tasks: before.tasks.map((task) =>
          task.id === params.taskId
            ? {
                ...task,
                startDate: body?.startDate ?? task.startDate,
                dueDate: body?.dueDate ?? task.dueDate,
                channel: body?.channel === undefined ? task.channel : body.channel,
              }
            : task,
        ),
      })),
  });
  const back = useCommand(tasks.undoPlan);
  return (task, to) => {
    const params = { taskId: task.id };
    const { startDate, dueDate, channel } = task;
    void command.run({ params, body: to }).then((answer) => {
      if (!answer.ok) return;
      const { pushed, changeId } = answer.value;
      const undo = async (): Promise<void> => {
        const project = { projectId: task.projectId };
        if (changeId === null) await command.run({ params, body: { startDate, dueDate, channel } });
        else if ((await back.run({ params: project, body: { changeId } })).ok && to.channel !== undefined)
          await command.run({ params, body: { channel } });
      };
      toast.done(pushed.length > 0 ? words.pushed({ count: pushed.length }) : t.moved({ title: task.title }), {
        undo: () => void undo(),
      });
    });
  };
}
