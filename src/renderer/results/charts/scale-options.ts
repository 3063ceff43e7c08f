// The two kinds of axis a user can switch between.
import { message } from '@present/messages/message';
export const scaleOptions = () =>
  [
    { value: 'linear', label: message('chart-linear') },
    { value: 'log', label: message('chart-log') },
  ] as const;
