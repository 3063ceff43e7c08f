// Dispatches the tasks of a trial to the hosts of processes and hybrid: every task once. Pure.
import type { TaskRange } from '@shared/wire/messages';

/** Dispatches ranges of tasks: equal shares at once, or chunks on request. */
export class TaskDispatcher {
  #next = 0;

  /** @param least fewest tasks per dispatch: a claim of each of a host's workers */
  constructor(
    readonly tasks: number,
    readonly hosts: number,
    readonly least: number,
  ) {}

  /** Returns the equal share of host `index`. */
  part(index: number): TaskRange {
    const from = Math.floor((index * this.tasks) / this.hosts);
    const to = Math.floor(((index + 1) * this.tasks) / this.hosts);
    return { from, count: to - from, last: true };
  }

  /**
   * The next tasks, at most `wanted`; `last` when none is left after them. Towards the end the parts
   * become smaller, half of what would be a host's equal share, so that all end together
   * (guided self-scheduling: Polychronopoulos & Kuck 1987, IEEE Transactions on Computers C-36).
   */
  next(wanted: number): TaskRange {
    const from = this.#next;
    const left = this.tasks - from;
    const share = Math.max(this.least, Math.ceil(left / (2 * this.hosts)));
    const given = Math.min(wanted, share, left);
    this.#next += given;
    return { from, count: given, last: this.#next >= this.tasks };
  }
}
