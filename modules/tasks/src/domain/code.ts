/** The short name of a task that people say to each other: `MKT-1024`. */
export const taskCode = (number: number): string => `MKT-${number}`;

/** The number in what somebody typed, when it looks like a task's code: `MKT-1024`, `mkt1024`, `#1024`. */
export function numberInCode(text: string): number | undefined {
  const digits = /^(?:mkt-?|#)?(\d{3,9})$/i.exec(text.trim())?.[1];
  return digits === undefined ? undefined : Number(digits);
}
