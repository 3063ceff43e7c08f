// How the app is told to be a window probe instead.

/** The switch on its command line. */
export const windowProbeSwitch = '--window-probe';

/** How long its work takes; three times what a person takes for immediate. */
export const windowWorkMs = 300;
