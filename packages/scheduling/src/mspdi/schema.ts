import { describeBy } from "./describe.ts";
import { container, repeated, scalar } from "./fields.ts";
import type {
  MspdiAssignment,
  MspdiAssignmentBaseline,
  MspdiBaseline,
  MspdiConstraintType,
  MspdiLink,
  MspdiLinkType,
  MspdiProject,
  MspdiResource,
  MspdiTask,
  MspdiTaskType,
} from "./model.ts";
import { recordType } from "./record.ts";
import { coded, dateTime, decimal, durationMinutes, flag, integer, plainText, timeOfDay } from "./scalar.ts";
import { calendarType } from "./schema-calendar.ts";
import { unitCode } from "./unit.ts";

const taskType = coded<MspdiTaskType>({ "fixed-units": 0, "fixed-duration": 1, "fixed-work": 2 });
const linkType = coded<MspdiLinkType>({ FF: 0, FS: 1, SF: 2, SS: 3 });
const resourceType = coded<NonNullable<MspdiResource["type"]>>({ material: 0, work: 1, cost: 2 });
const constraintType = coded<MspdiConstraintType>({
  ASAP: 0,
  ALAP: 1,
  MSO: 2,
  MFO: 3,
  SNET: 4,
  SNLT: 5,
  FNET: 6,
  FNLT: 7,
});

const link = recordType<MspdiLink>({
  fields: [
    scalar("PredecessorUID", "predecessorUid", integer),
    scalar("Type", "type", linkType),
    scalar("CrossProject", "crossProject", flag),
    scalar("CrossProjectName", "crossProjectName", plainText),
    scalar("LinkLag", "lag", integer),
    scalar("LagFormat", "lagUnit", unitCode),
  ],
  required: { predecessorUid: "PredecessorUID" },
  describe: describeBy("PredecessorUID"),
});

const baseline = recordType<MspdiBaseline>({
  fields: [
    scalar("Number", "number", integer),
    scalar("Interim", "interim", flag),
    scalar("Start", "start", dateTime),
    scalar("Finish", "finish", dateTime),
    scalar("Duration", "durationMinutes", durationMinutes),
    scalar("DurationFormat", "durationUnit", unitCode),
    scalar("Work", "workMinutes", durationMinutes),
    scalar("Cost", "cost", decimal),
  ],
  required: { number: "Number" },
  describe: describeBy("Number"),
});

const assignmentBaseline = recordType<MspdiAssignmentBaseline>({
  fields: [
    scalar("Number", "number", integer),
    scalar("Start", "start", dateTime),
    scalar("Finish", "finish", dateTime),
    scalar("Work", "workMinutes", durationMinutes),
    scalar("Cost", "cost", decimal),
  ],
  required: { number: "Number" },
  describe: describeBy("Number"),
});

const task = recordType<MspdiTask>({
  fields: [
    scalar("UID", "uid", integer),
    scalar("ID", "id", integer),
    scalar("Name", "name", plainText),
    scalar("Active", "active", flag),
    scalar("Manual", "manual", flag),
    scalar("Type", "type", taskType),
    scalar("IsNull", "isNull", flag),
    scalar("WBS", "wbs", plainText),
    scalar("OutlineNumber", "outlineNumber", plainText),
    scalar("OutlineLevel", "outlineLevel", integer),
    scalar("Priority", "priority", integer),
    scalar("Start", "start", dateTime),
    scalar("Finish", "finish", dateTime),
    scalar("Duration", "durationMinutes", durationMinutes),
    scalar("DurationFormat", "durationUnit", unitCode),
    scalar("Work", "workMinutes", durationMinutes),
    scalar("Estimated", "estimated", flag),
    scalar("Milestone", "milestone", flag),
    scalar("Summary", "summary", flag),
    scalar("Critical", "critical", flag),
    scalar("EarlyStart", "earlyStart", dateTime),
    scalar("EarlyFinish", "earlyFinish", dateTime),
    scalar("LateStart", "lateStart", dateTime),
    scalar("LateFinish", "lateFinish", dateTime),
    scalar("FreeSlack", "freeSlackTenthMinutes", integer),
    scalar("TotalSlack", "totalSlackTenthMinutes", integer),
    scalar("FixedCost", "fixedCost", decimal),
    scalar("PercentComplete", "percentComplete", integer),
    scalar("PercentWorkComplete", "percentWorkComplete", integer),
    scalar("Cost", "cost", decimal),
    scalar("ActualStart", "actualStart", dateTime),
    scalar("ActualFinish", "actualFinish", dateTime),
    scalar("ActualDuration", "actualDurationMinutes", durationMinutes),
    scalar("ActualCost", "actualCost", decimal),
    scalar("ActualWork", "actualWorkMinutes", durationMinutes),
    scalar("RemainingDuration", "remainingDurationMinutes", durationMinutes),
    scalar("RemainingWork", "remainingWorkMinutes", durationMinutes),
    scalar("ConstraintType", "constraintType", constraintType),
    scalar("CalendarUID", "calendarUid", integer),
    scalar("ConstraintDate", "constraintDate", dateTime),
    scalar("Deadline", "deadline", dateTime),
    scalar("Notes", "notes", plainText),
    repeated("PredecessorLink", "predecessors", link),
    repeated("Baseline", "baselines", baseline),
  ],
  required: { uid: "UID" },
  describe: describeBy("UID", "Name"),
});

const resource = recordType<MspdiResource>({
  fields: [
    scalar("UID", "uid", integer),
    scalar("ID", "id", integer),
    scalar("Name", "name", plainText),
    scalar("Type", "type", resourceType),
    scalar("IsNull", "isNull", flag),
    scalar("Initials", "initials", plainText),
    scalar("Group", "group", plainText),
    scalar("EmailAddress", "emailAddress", plainText),
    scalar("MaxUnits", "maxUnits", decimal),
    scalar("StandardRate", "standardRate", decimal),
    scalar("OvertimeRate", "overtimeRate", decimal),
    scalar("CostPerUse", "costPerUse", decimal),
    scalar("CalendarUID", "calendarUid", integer),
    scalar("Notes", "notes", plainText),
    repeated("Baseline", "baselines", assignmentBaseline),
  ],
  required: { uid: "UID" },
  describe: describeBy("UID", "Name"),
});

const assignment = recordType<MspdiAssignment>({
  fields: [
    scalar("UID", "uid", integer),
    scalar("TaskUID", "taskUid", integer),
    scalar("ResourceUID", "resourceUid", integer),
    scalar("PercentWorkComplete", "percentWorkComplete", integer),
    scalar("ActualWork", "actualWorkMinutes", durationMinutes),
    scalar("Cost", "cost", decimal),
    scalar("Finish", "finish", dateTime),
    scalar("RemainingWork", "remainingWorkMinutes", durationMinutes),
    scalar("Start", "start", dateTime),
    scalar("Units", "units", decimal),
    scalar("Work", "workMinutes", durationMinutes),
    repeated("Baseline", "baselines", assignmentBaseline),
  ],
  required: { uid: "UID" },
  describe: describeBy("UID", "TaskUID"),
});

/** Element order follows the schema of Project 2007 and later (mspdi_pj12.xsd). */
export const projectType = recordType<MspdiProject>({
  fields: [
    scalar("SaveVersion", "saveVersion", integer),
    scalar("UID", "uid", plainText),
    scalar("Name", "name", plainText),
    scalar("Title", "title", plainText),
    scalar("Subject", "subject", plainText),
    scalar("Category", "category", plainText),
    scalar("Company", "company", plainText),
    scalar("Manager", "manager", plainText),
    scalar("Author", "author", plainText),
    scalar("CreationDate", "creationDate", dateTime),
    scalar("LastSaved", "lastSaved", dateTime),
    scalar("ScheduleFromStart", "scheduleFromStart", flag),
    scalar("StartDate", "startDate", dateTime),
    scalar("FinishDate", "finishDate", dateTime),
    scalar("CurrencySymbol", "currencySymbol", plainText),
    scalar("CurrencyCode", "currencyCode", plainText),
    scalar("CalendarUID", "calendarUid", integer),
    scalar("DefaultStartTime", "defaultStartMinute", timeOfDay),
    scalar("DefaultFinishTime", "defaultFinishMinute", timeOfDay),
    scalar("MinutesPerDay", "minutesPerDay", integer),
    scalar("MinutesPerWeek", "minutesPerWeek", integer),
    scalar("DaysPerMonth", "daysPerMonth", integer),
    scalar("WeekStartDay", "weekStartDay", integer),
    scalar("StatusDate", "statusDate", dateTime),
    scalar("CurrentDate", "currentDate", dateTime),
    container("Calendars", "Calendar", "calendars", calendarType),
    container("Tasks", "Task", "tasks", task),
    container("Resources", "Resource", "resources", resource),
    container("Assignments", "Assignment", "assignments", assignment),
  ],
  required: {},
  describe: describeBy("Name"),
});
