// What the command line says when it can't do what was asked.
import { cleanText } from '@report/base/clean-text';
import { mention } from './terminal';

/** Says why on the standard error; the exit code for bad input. */
export function refuse(message: string): 2 {
  complain(message);
  return 2;
}

/** Says on the standard error what went otherwise than asked. */
export function complain(message: string): void {
  mention(`corelane: ${cleanText(message)}\n`);
}
