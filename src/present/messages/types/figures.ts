// What each message of en/figures.ftl takes. Written by `npm run messages`.
export interface FiguresMessages {
  'dot-trial': { number: number; time: string };
  'dot-outlier': { number: number; time: string };
}
