// Defines a column of a table: its head, how its cells stand, and the text where no slot gives more.

export interface TableColumn<Row> {
  /** Names the column's slot, too. */
  readonly key: string;
  readonly head: string;
  /** A head that is read aloud, but not shown. */
  readonly silent?: boolean;
  /** What the head means, where it is too short to say. */
  readonly title?: string;
  /** Figures stand at the end, so that their digits are under one another. */
  readonly align?: 'start' | 'end';
  readonly mono?: boolean;
  /** Less ink, for what only explains. */
  readonly quiet?: boolean;
  /** The cell that names its row. */
  readonly names?: boolean;
  /** May break into lines; others don't. */
  readonly wraps?: boolean;
  /** A CSS width. */
  readonly width?: string;
  readonly text?: (row: Row) => string;
}
