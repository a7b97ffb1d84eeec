/** A stretch of days off as the notice names it; dates are `YYYY-MM-DD`, both included. */
export interface HolidayStretch {
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

/** One yearly arrangement of the State Council's General Office (国务院办公厅关于…年部分节假日安排的通知). */
export interface HolidayYear {
  readonly year: number;
  /** Number of the notice, 国办发明电. */
  readonly notice: string;
  /** Day of the notice. */
  readonly published: string;
  readonly url: string;
  readonly off: readonly HolidayStretch[];
  /** Weekend days on which people work (调休). */
  readonly work: readonly string[];
}
