// Declares what the window has besides the DOM: the preload's one object, and Vite's own types.
/// <reference types="vite/client" />
import type { CorelaneApi } from '@shared/wire/ipc';
import type { Columns } from './timeline/scene/scene';
import type { TimelinePicture } from './timeline/timeline-picture';

declare global {
  interface Window {
    readonly corelane: CorelaneApi;
    /** Set by a bench: told of each picture of a timeline, of the part that was drawn (all of it where undefined). */
    corelaneDrawn?: (drawn: {
      readonly picture: TimelinePicture;
      readonly strip: Columns | undefined;
      readonly ms: number;
    }) => void;
  }
}
