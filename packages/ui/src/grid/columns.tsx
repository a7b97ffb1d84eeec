import { MemberAvatar, type Person } from "../members/member-avatar.tsx";
import type { GridColumn } from "./grid-types.ts";

/** Where a column stands and how wide it is. */
type Place<Row> = Pick<GridColumn<Row>, "key" | "title" | "widthPx" | "grow" | "align">;

/** Words on one line; copied as they are shown. */
export const textColumn = <Row,>(place: Place<Row>, read: (row: Row) => string): GridColumn<Row> => ({
  ...place,
  cell: (row) => <span className="yt-ellipsis">{read(row)}</span>,
  text: read,
});

/** Digits of one width: times, numbers, codes; copied as they are shown. */
export const figuresColumn = <Row,>(place: Place<Row>, read: (row: Row) => string): GridColumn<Row> => ({
  ...place,
  cell: (row) => <span className="yt-figures yt-ellipsis">{read(row)}</span>,
  text: read,
});

/** One person with face and name; copied as the name. */
export const personColumn = <Row,>(place: Place<Row>, read: (row: Row) => Person): GridColumn<Row> => ({
  ...place,
  cell: (row) => <MemberAvatar person={read(row)} named />,
  text: (row) => read(row).name,
});
