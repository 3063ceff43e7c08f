// The logo as paths in a 20 × 20 box: two half-open core edges, three lanes passing through.

export interface LogoPart {
  /** Path data; drawn as a line. */
  readonly d: string;
  readonly width: number;
}

export const logoParts: readonly LogoPart[] = [
  { d: 'M4 5V1.75h12V5M4 15v3.25h12V15', width: 1.5 },
  { d: 'M0 6.25h11M4 10h16M7.5 13.75H18', width: 2 },
];
