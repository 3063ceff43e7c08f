// How the app is told to be a window probe instead.

/** The switch on its command line. */
export const windowProbeSwitch = '--window-probe';
