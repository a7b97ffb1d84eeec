import fc from "fast-check";
import type { SlotLink, SlotLinkType, SlotProject, SlotTask } from "./model.ts";

/** Up to seven tasks on two resources with finish-to-start links: small enough to try every order. */
export const smallProject: fc.Arbitrary<SlotProject> = fc.integer({ min: 2, max: 7 }).chain((n) =>
  fc
    .record({
      duration: fc.array(fc.integer({ min: 0, max: 6 }), { minLength: n, maxLength: n }),
      units: fc.array(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 3 })), {
        minLength: n,
        maxLength: n,
      }),
      links: fc.array(fc.tuple(fc.nat(n - 1), fc.nat(n - 1), fc.integer({ min: 0, max: 2 })), { maxLength: n }),
    })
    .map(
      ({ duration, units, links }): SlotProject => ({
        tasks: duration.map((durationSlots, index) => ({
          id: `t${index}`,
          durationSlots,
          demands: [
            { resource: 0, units: units[index]?.[0] ?? 0 },
            { resource: 1, units: units[index]?.[1] ?? 0 },
          ],
        })),
        links: links
          .filter(([a, b]) => a !== b)
          .map(([a, b, lagSlots]) => ({ from: Math.min(a, b), to: Math.max(a, b), type: "FS", lagSlots })),
        resources: [
          { id: "r0", capacity: 4 },
          { id: "r1", capacity: 3 },
        ],
      }),
    ),
);

const TYPES: readonly SlotLinkType[] = ["FS", "SS", "FF", "SF"];
const HORIZON = 160;

const calendar: fc.Arbitrary<Uint8Array> = fc
  .array(fc.boolean(), { minLength: 7, maxLength: 7 })
  .filter((week) => week.some(Boolean))
  .map((week) => Uint8Array.from({ length: HORIZON }, (_, slot) => (week[slot % 7] === true ? 1 : 0)));

const wildTask = (index: number): fc.Arbitrary<SlotTask> =>
  fc.record(
    {
      id: fc.constant(`t${index}`),
      durationSlots: fc.integer({ min: 0, max: 6 }),
      calendar: fc.integer({ min: 0, max: 2 }),
      demands: fc.array(fc.record({ resource: fc.nat(1), units: fc.integer({ min: 0, max: 3 }) }), { maxLength: 2 }),
      needs: fc.array(
        fc.record({
          label: fc.constantFrom("copy", "design"),
          count: fc.integer({ min: 0, max: 2 }),
          units: fc.integer({ min: 1, max: 2 }),
          candidates: fc.uniqueArray(fc.record({ resource: fc.integer({ min: 2, max: 4 }) }), {
            maxLength: 3,
            selector: ({ resource }) => resource,
          }),
        }),
        { maxLength: 2 },
      ),
      releaseSlot: fc.nat(20),
      dueSlot: fc.integer({ min: 1, max: 60 }),
      pinnedStartSlot: fc.nat(30),
    },
    { requiredKeys: ["id", "durationSlots"] },
  );

const end = (n: number) =>
  fc.tuple(
    fc.nat(n - 1),
    fc.nat(n - 1),
    fc.constantFrom(...TYPES),
    fc.integer({ min: -3, max: 4 }),
    fc.option(fc.nat(2)),
  );

const step = fc.record({ fromSlot: fc.integer({ min: 1, max: 40 }), capacity: fc.integer({ min: 0, max: 5 }) });

const AWAY = [
  { fromSlot: 9, capacity: 0 },
  { fromSlot: 12, capacity: 2 },
];

/** Everything the model allows, on twelve tasks at most. */
export const wildProject: fc.Arbitrary<SlotProject> = fc.integer({ min: 1, max: 12 }).chain((n) =>
  fc
    .record({
      tasks: fc.tuple(...Array.from({ length: n }, (_, index) => wildTask(index))),
      ends: fc.array(end(n), { maxLength: 14 }),
      calendars: fc.tuple(calendar, calendar, calendar),
      steps: fc.uniqueArray(step, { maxLength: 3, selector: ({ fromSlot }) => fromSlot }),
    })
    .map(({ tasks, ends, calendars, steps }): SlotProject => {
      const links = ends
        .filter(([a, b]) => a !== b)
        .map(([a, b, type, lagSlots, lag]): SlotLink => {
          const link = { from: Math.min(a, b), to: Math.max(a, b), type, lagSlots };
          return lag === null ? link : { ...link, lagCalendar: lag };
        });
      const resources = [
        { id: "r0", capacity: 3, steps: steps.sort((a, b) => a.fromSlot - b.fromSlot) },
        { id: "r1", capacity: 4 },
        { id: "p2", capacity: 2 },
        { id: "p3", capacity: 2, steps: AWAY },
        { id: "p4", capacity: 1 },
      ];
      return { tasks, links, resources, calendars, horizonSlots: HORIZON };
    }),
);
