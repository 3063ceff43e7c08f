// Declares what the window has besides the DOM: the preload's one object, and Vite's own types.
/// <reference types="vite/client" />
import type { CorelaneApi } from '@shared/wire/ipc';

declare global {
  interface Window {
    readonly corelane: CorelaneApi;
  }
}
