// Calls about the claims: trying them, guesses, what was found.
import { failInWords } from '@present/words/engine/problems';
import { message } from '@present/messages/message';
import { findingsExporters } from '@report/findings/findings';
import { ok } from '@shared/base/result';
import type { Handlers } from '../ipc';
import type { HandlerContext } from './context';
import { datedName, saveAs } from './save-as';

type ClaimsCall = 'claims:run' | 'claims:stop' | 'claims:last' | 'claims:predict' | 'claims:export';

export function claimsHandlers({
  claims,
  window,
  saves,
}: HandlerContext): Pick<Handlers, ClaimsCall> {
  return {
    'claims:run': (ids) => claims.run(ids),
    'claims:stop': () => {
      claims.stop();
      return ok(undefined);
    },
    'claims:last': () => ok({ file: claims.file(), progress: claims.progress }),
    'claims:predict': ({ claim, guess }) => claims.predict(claim, guess),
    'claims:export': async ({ format, weights }) => {
      const file = { ...claims.file(), weights };
      if (file.findings.length === 0) {
        return failInWords('no-findings', message('app-no-findings'));
      }
      const { extension, render } = findingsExporters[format];
      return saveAs(
        { window, saves },
        {
          title: message('save-findings'),
          defaultPath: datedName('findings', file.createdAt, extension),
          filters: [{ name: format.toUpperCase(), extensions: [extension] }],
        },
        () => render(file),
      );
    },
  };
}
