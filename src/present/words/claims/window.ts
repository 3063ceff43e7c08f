// A window while work runs: how long it waited, and which frames were not drawn.
import { formatDuration } from '@shared/base/format';
import type { ClaimFactOf } from '@shared/claims/claim-facts';
import { formatValue } from '@shared/words/claim-words';
import { message } from '../../messages/message';
import { spreadText } from './parts';

/** `the window waited at most, while work ran on the page's own thread 530 ms, …` */
export function waitedMostText({ places }: ClaimFactOf<'window-waited'>): string {
  const parts = places.map(({ place, ns }) =>
    message('claim-window-place', { place, time: spreadText(ns, formatDuration) }),
  );
  return message('claim-window-waited', { places: parts.join(message('list-separator')) });
}

/** `Of the frames expected at the rate without work, 60 frames/s, were not drawn: 5 % on a thread.` */
export function droppedText({ idle, places }: ClaimFactOf<'frames-dropped'>): string {
  const parts = places.map(({ place, missing }) =>
    message('claim-frames-place', { place, missing: `${Math.round(missing * 100)} %` }),
  );
  return message('claim-frames-dropped', {
    rate: spreadText(idle, (value) => formatValue(value, 'frames/s')),
    places: parts.join(message('list-separator')),
  });
}
