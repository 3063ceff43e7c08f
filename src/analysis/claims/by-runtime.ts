// A rule tried in every runtime of a language, told as one.
import type { Figure, LanguageFinding } from '@shared/claims/claims';
import { joinOutcomes, type JudgeLanguage } from './judge';

type Said = Pick<LanguageFinding, 'outcome' | 'text'>;

/** `rule` for each runtime's figures; texts name the runtime where there are several. */
export function judgeEachRuntime(
  rule: (figures: readonly Figure[]) => Said | undefined,
): JudgeLanguage {
  return (figures) => {
    const runtimes = [...new Set(figures.map(({ runtime }) => runtime))];
    const all = runtimes.flatMap((runtime) => {
      const said = rule(figures.filter((figure) => figure.runtime === runtime));
      return said === undefined ? [] : [{ runtime, ...said }];
    });
    if (all.length === 0) return undefined;
    const texts = all.map(({ runtime, text }) =>
      all.length === 1 ? text : `with ${runtime}, ${text.replace(/\.$/, '')}`,
    );
    return {
      outcome: joinOutcomes(all.map(({ outcome }) => outcome)),
      text: all.length === 1 ? texts.join('') : `${texts.join('; ')}.`,
    };
  };
}
