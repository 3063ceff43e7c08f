// Defines the switch that makes the app a window probe instead.

/** The switch on its command line. */
export const windowProbeSwitch = '--window-probe';

/** How long its work takes; three times what a user takes for immediate. */
export const windowWorkMs = 300;
