// The window's only channel to the rest of the app.
import type { CorelaneApi } from '@shared/wire/ipc';

/** What the preload offers: calls, events and the live stream. */
export const api: CorelaneApi = window.corelane;
