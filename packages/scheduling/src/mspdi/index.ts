export type { MspdiNote } from "./import-notes.ts";
export type { Kept, Recorded, Unknown } from "./kept.ts";
export * from "./model.ts";
export * from "./model-calendar.ts";
export { MSPDI_NAMESPACE, readMspdi, writeMspdi } from "./mspdi.ts";
export { type MspdiExport, mspdiFromPlan } from "./mspdi-from-plan.ts";
export { type MspdiPlan, planFromMspdi } from "./plan-from-mspdi.ts";
export * from "./problems.ts";
export type { XmlElement, XmlNode, XmlText } from "./xml/node.ts";
