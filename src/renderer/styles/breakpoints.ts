// The widths at which the window changes its shape, each once. CSS names them as custom media,
// `@media (--narrow)`; the build puts the query in its place, for no browser knows them yet.

export const breakpoints = {
  /** The side becomes a drawer, the rail loses its words. */
  '--narrow': '(max-width: 1279px)',
  /** One column: text at 200 % in a window of usual size. */
  '--one-column': '(max-width: 899px)',
  '--roomy': '(min-width: 1280px)',
  '--tight-legend': '(max-width: 1499px)',
  /** The side is there, and takes room from a table. */
  '--tight-table': '(min-width: 1280px) and (max-width: 1439px)',
  '--verdict-beside': '(min-width: 1440px)',
  /** The side of a run is wider. */
  '--wide': '(min-width: 1600px)',
} as const;

const isBreakpoint = (name: string): name is keyof typeof breakpoints => name in breakpoints;

/** The PostCSS plugin that puts the query of a breakpoint in the place of its name. */
export const customMedia = {
  postcssPlugin: 'custom-media',
  AtRule: {
    media: (rule: { params: string }): void => {
      rule.params = rule.params.replace(/\((--[\w-]+)\)/g, (_, name: string) => {
        if (!isBreakpoint(name)) throw new Error(`There is no breakpoint ${name}.`);
        return breakpoints[name];
      });
    },
  },
};
