import fc from "fast-check";
import type { Unknown } from "./kept.ts";
import type { MspdiAssignment, MspdiLink, MspdiProject, MspdiResource, MspdiTask, MspdiUnit } from "./model.ts";
import type { MspdiCalendar, MspdiException, MspdiWeekDay } from "./model-calendar.ts";
import { isXmlText } from "./xml/characters.ts";
import { element, text } from "./xml/node.ts";

/** Arbitrary MSPDI documents for the tests. */

const someText = fc
  .oneof(fc.string({ unit: "binary", maxLength: 20 }), fc.constantFrom("双11 主图", " a & <b> ", "]]>", "\r\n\t", ""))
  .filter(isXmlText);

const two = (value: number): string => String(value).padStart(2, "0");
const dateTime = fc
  .record({ day: fc.integer({ min: -20_000, max: 40_000 }), second: fc.nat(86_399) })
  .map(({ day, second }) => `${new Date(day * 86_400_000).toISOString().slice(0, 10)}T${clock(second)}`);
const clock = (second: number): string =>
  `${two(Math.floor(second / 3600))}:${two(Math.floor(second / 60) % 60)}:${two(second % 60)}`;

const uid = fc.integer({ min: -1, max: 1_000_000 });
const minutes = fc.integer({ min: -10_000_000, max: 10_000_000 }).map((seconds) => seconds / 60 + 0);
const amount = fc.integer({ min: -1_000_000, max: 1_000_000_000 }).map((cents) => cents / 100 + 0);
const unit = fc.constantFrom<MspdiUnit>("m", "em", "h", "d", "ed", "w", "emo", "%", "e%", "none", "d?", "mo?");
const timeOfDay = fc.nat(86_400).map((seconds) => seconds / 60);
const optional = { requiredKeys: [] };

/** Elements of other tools, before a given known element or at the end. */
const unknown = (known: string | null, nth = 0): fc.Arbitrary<Unknown> =>
  fc.record({
    node: fc
      .tuple(fc.constantFrom("ExtendedAttribute", "Vendor", "外部"), someText, someText)
      .map(([name, content, value]) =>
        element(name, content === "" ? [] : [element("Value", [text(content)])], {
          note: value.replace(/[\r\n\t]/g, " "),
        }),
      ),
    before: fc.constant(known),
    nth: fc.constant(nth),
  });

const keptBefore = (known: string) =>
  fc
    .array(unknown(known), { maxLength: 2 })
    .chain((inPlace) => fc.array(unknown(null), { maxLength: 1 }).map((atEnd) => [...inPlace, ...atEnd]))
    .filter((list) => list.length > 0)
    .map((list) => ({ unknown: list }));

const link: fc.Arbitrary<MspdiLink> = fc.record(
  {
    predecessorUid: uid,
    type: fc.constantFrom("FF", "FS", "SF", "SS"),
    crossProject: fc.boolean(),
    lag: fc.integer(),
    lagUnit: unit,
  },
  { requiredKeys: ["predecessorUid"] },
);

const task: fc.Arbitrary<MspdiTask> = fc.record(
  {
    uid,
    name: someText,
    outlineLevel: fc.nat(9),
    start: dateTime,
    finish: dateTime,
    durationMinutes: minutes,
    durationUnit: unit,
    milestone: fc.boolean(),
    totalSlackTenthMinutes: fc.integer(),
    fixedCost: amount,
    constraintType: fc.constantFrom("ASAP", "ALAP", "MSO", "MFO", "SNET", "SNLT", "FNET", "FNLT"),
    constraintDate: dateTime,
    notes: someText,
    predecessors: fc.array(link, { minLength: 1, maxLength: 3 }),
    baselines: fc.array(
      fc.record(
        { number: fc.nat(10), start: dateTime, durationMinutes: minutes, cost: amount },
        { requiredKeys: ["number"] },
      ),
      { minLength: 1, maxLength: 2 },
    ),
    kept: keptBefore("UID"),
  },
  { requiredKeys: ["uid"] },
);

const workingTimes = fc.array(fc.record({ fromMinute: timeOfDay, toMinute: timeOfDay }, optional), { maxLength: 2 });

const weekDay: fc.Arbitrary<MspdiWeekDay> = fc.record(
  {
    dayType: fc.nat(7),
    dayWorking: fc.boolean(),
    period: fc.record({ from: dateTime, to: dateTime }, optional),
    workingTimes,
  },
  { requiredKeys: ["dayType"] },
);

const exception: fc.Arbitrary<MspdiException> = fc.record(
  {
    period: fc.record({ from: dateTime, to: dateTime }, optional),
    name: someText,
    type: fc.nat(9),
    dayWorking: fc.boolean(),
    workingTimes,
  },
  optional,
);

const calendar: fc.Arbitrary<MspdiCalendar> = fc.record(
  {
    uid,
    name: someText,
    isBaseCalendar: fc.boolean(),
    baseCalendarUid: uid,
    weekDays: fc.array(weekDay, { maxLength: 2 }),
    exceptions: fc.array(exception, { maxLength: 2 }),
    kept: keptBefore("UID"),
  },
  { requiredKeys: ["uid"] },
);

const resource: fc.Arbitrary<MspdiResource> = fc.record(
  {
    uid,
    name: someText,
    type: fc.constantFrom("material", "work", "cost"),
    maxUnits: amount,
    calendarUid: uid,
    kept: keptBefore("UID"),
  },
  { requiredKeys: ["uid"] },
);

const assignment: fc.Arbitrary<MspdiAssignment> = fc.record(
  {
    uid,
    taskUid: uid,
    resourceUid: uid,
    units: amount,
    workMinutes: minutes,
    start: dateTime,
    kept: keptBefore("UID"),
  },
  { requiredKeys: ["uid"] },
);

export const mspdiProject: fc.Arbitrary<MspdiProject> = fc.record(
  {
    saveVersion: fc.nat(20),
    name: someText,
    author: someText,
    scheduleFromStart: fc.boolean(),
    startDate: dateTime,
    defaultStartMinute: timeOfDay,
    minutesPerDay: fc.nat(1440),
    calendars: fc.array(calendar, { maxLength: 2 }),
    tasks: fc.array(task, { maxLength: 4 }),
    resources: fc.array(resource, { maxLength: 2 }),
    assignments: fc.array(assignment, { maxLength: 2 }),
  },
  optional,
);
