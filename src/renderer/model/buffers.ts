// The window's two buffers: the run under way (or the last one), and the machine at rest.
import { RestBuffer } from './rest-buffer';
import { TimelineBuffer } from './timeline-buffer';

export const runBuffer = new TimelineBuffer();

export const restBuffer = new RestBuffer();
