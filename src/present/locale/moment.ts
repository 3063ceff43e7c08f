// Dates: always with their zone. Files hold UTC; what is shown is the reader's own time, or UTC in a page that travels.
import { defined } from '@shared/base/defined';
import { language, message } from '../messages/message';

/** Whose clock a moment is shown by: the reader's own, or the one a file can rely on. */
export type Clock = 'local' | 'utc';

/** `22 Nov 2026, 14:07 UTC`, `22 Nov 2026, 15:07 GMT+1`. */
export function describeMoment(iso: string, clock: Clock = 'local'): string {
  const moment = new Date(iso);
  if (Number.isNaN(moment.getTime())) return message('moment-not-known');
  const parts = new Intl.DateTimeFormat(language(), {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
    ...defined({ timeZone: clock === 'utc' ? 'UTC' : undefined }),
  }).formatToParts(moment);
  const part = (type: Intl.DateTimeFormatPartTypes): string =>
    parts.find((one) => one.type === type)?.value ?? '';
  return message('moment', {
    day: part('day'),
    month: part('month'),
    year: part('year'),
    time: `${part('hour')}:${part('minute')}`,
    zone: part('timeZoneName'),
  });
}
