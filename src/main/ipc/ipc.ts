// The one gate between window and main process: only the contract's calls, only from our own
// window's page, only with an input that its schema takes; the answer is always a Result.
import { failInWords, problemText, thrownText } from '@present/words/engine/problems';
import { message } from '@present/messages/message';
import { ipcMain, type IpcMainInvokeEvent } from 'electron';
import { cleanText } from '@shared/base/clean-text';
import {
  callLimits,
  ipcCalls,
  refuseInput,
  type CallName,
  type CallOutput,
  type HandlerInput,
} from '@shared/wire/ipc';
import { callChannel, callNames } from '@shared/wire/ipc-names';
import { failWith, type Problem, type Result } from '@shared/base/result';
import { findUnfit } from '@shared/base/unfit-data';
import { logBug } from '../base/log';

/** One handler for every call. What it throws is a bug. */
export type Handlers = {
  readonly [N in CallName]: (input: HandlerInput<N>) => CallOutput<N> | Promise<CallOutput<N>>;
};

type Sender = Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>;

/** Opens the gate. `trusts` says whether a message comes from our own window's page. */
export function openGate(handlers: Handlers, trusts: (event: Sender) => boolean): void {
  ipcMain.handle(callChannel, async (event, name: unknown, input: unknown) => {
    if (!trusts(event)) {
      return failInWords('not-allowed', message('app-only-window'));
    }
    if (!isCallName(name)) {
      return failInWords(
        'unknown-call',
        typeof name === 'string'
          ? message('app-no-call', { name: cleanText(name, 60) })
          : message('app-no-such-call'),
      );
    }
    return answer(handlers, name, input);
  });
}

/** What is wrong with an experiment is told as it is told everywhere, else with the call's name. */
function refuse(name: CallName, problem: Problem): Result<never> {
  if (problem.code !== 'bad-input') return failWith(problem);
  const why = message('app-bad-input', { name, why: problemText(problem) });
  return failInWords(problem.code, why, problem.path);
}

function isCallName(name: unknown): name is CallName {
  return callNames.some((known) => known === name);
}

async function answer(
  handlers: Handlers,
  name: CallName,
  input: unknown,
): Promise<Result<unknown>> {
  const unfit = findUnfit(input, callLimits);
  const parsed = unfit === undefined ? ipcCalls[name].parse(input) : refuseInput(unfit);
  if (!parsed.ok) return refuse(name, parsed.problem);
  try {
    // The table's type ties each handler to the input that its own call has just parsed.
    const handler = handlers[name] as (input: unknown) => unknown;
    return (await handler(parsed.value)) as Result<unknown>;
  } catch (error) {
    logBug(name, error);
    const why = cleanText(thrownText(error), 500);
    return failInWords('internal', message('app-call-failed', { name, why }));
  }
}
