// Every call's handler, in one table.
import { findInterpreters } from '@engine/python/find-interpreters';
import type { Handlers } from '../ipc';
import { appHandlers } from './app';
import { claimsHandlers } from './claims';
import { experimentHandlers } from './experiment';
import { fileHandlers } from './file';
import { machineHandlers } from './machine';
import { ownCodeHandlers } from './own-code';
import { pictureHandlers } from './picture';
import { pythonHandlers } from './pythons';
import { reportHandlers } from './report';
import { runHandlers } from './run';
import { runsHandlers } from './runs';
import type { HandlerContext } from './context';

/** The table the gate takes. */
export function createHandlers(context: HandlerContext): Handlers {
  return {
    ...appHandlers(context),
    ...machineHandlers(context),
    ...pythonHandlers(() => findInterpreters({ opened: context.consent.opened })),
    ...ownCodeHandlers(context),
    ...experimentHandlers(context),
    ...runHandlers(context),
    ...runsHandlers(context),
    ...fileHandlers(context),
    ...reportHandlers(context),
    ...pictureHandlers(context),
    ...claimsHandlers(context),
  };
}
