// Lists of options that more than one view offers.
import { message } from '../messages/message';

/** Returns the two times that a user can switch between, in the language of the messages. */
export const basisOptions = () =>
  [
    { value: 'cold', label: message('cold') },
    { value: 'warm', label: message('warm') },
  ] as const;

/** Returns the orders of the lanes in a timeline. */
export const laneOrderOptions = () =>
  [
    { value: 'worker', label: message('order-worker') },
    { value: 'core', label: message('order-core') },
    { value: 'busy', label: message('order-busy') },
    { value: 'first', label: message('order-first') },
    { value: 'longest', label: message('order-longest') },
  ] as const;
