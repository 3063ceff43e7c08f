// Writes the errors of the command line.
import { message } from '@present/messages/message';
import { cleanMultiline } from '@report/base/clean-text';
import { mention } from './terminal';

/** Says why on the standard error; the exit code for bad input. */
export function refuse(problem: string): 2 {
  complain(problem);
  return 2;
}

/** Says on the standard error what went otherwise than asked. */
export function complain(problem: string): void {
  mention(`${message('cli-problem', { problem: cleanMultiline(problem) })}\n`);
}
