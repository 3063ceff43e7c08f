// The two times a user can switch between.
import { message } from '@present/messages/message';
export const basisOptions = () =>
  [
    { value: 'cold', label: message('cold') },
    { value: 'warm', label: message('warm') },
  ] as const;
