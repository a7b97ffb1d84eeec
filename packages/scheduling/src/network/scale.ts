import { type CalendarDate, fromEpochDay, toEpochDay } from "@yutu/kernel";

/**
 * Between dates and the integer axis the engine works on. An instant is the boundary before a unit: epoch day 5 is the
 * midnight with which day 5 begins, so a task on days 5..6 starts at instant 5 and finishes at instant 7.
 */
export const startInstant = (date: CalendarDate): number => toEpochDay(date);

export const finishInstant = (date: CalendarDate): number => toEpochDay(date) + 1;

const texts = new Map<number, CalendarDate>();

/** Plans name the same few hundred days many thousand times, so their texts are kept. */
function dateOf(day: number): CalendarDate {
  let text = texts.get(day);
  if (text === undefined) {
    text = fromEpochDay(day);
    if (texts.size > 50_000) texts.clear();
    texts.set(day, text);
  }
  return text;
}

export const dateOfStart = (instant: number): CalendarDate => dateOf(instant);

export const dateOfFinish = (instant: number): CalendarDate => dateOf(instant - 1);
