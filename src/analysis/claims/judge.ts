// Provides what the rules of the claims share. A rule looks at figures and nothing else.
import {
  type Figure,
  type ClaimLanguage,
  type LanguageFinding,
  type Outcome,
  languageOf,
} from '@shared/claims/claims';

export interface Judgement {
  readonly outcome: Outcome;
  readonly languages: readonly LanguageFinding[];
}

/** One claim's rule. */
export type Judge = (figures: readonly Figure[]) => Judgement;

/** The rule in one language; nothing where its figures say nothing of the claim. */
export type JudgeLanguage = (
  figures: readonly Figure[],
) => Pick<LanguageFinding, 'outcome' | 'facts'> | undefined;

/** `holds` or `fails` where all agree, otherwise `depends`; `unavailable` of none. */
export function joinOutcomes(all: readonly Outcome[]): Outcome {
  const known = all.filter((outcome) => outcome !== 'unavailable');
  const [first] = known;
  if (first === undefined) return 'unavailable';
  return known.every((outcome) => outcome === first) ? first : 'depends';
}

/** A rule made of one for each language. */
export function judgeBy(rules: Readonly<Partial<Record<ClaimLanguage, JudgeLanguage>>>): Judge {
  return (figures) => {
    const languages = (Object.keys(rules) as ClaimLanguage[]).flatMap((language) => {
      const own = figures.filter((figure) => languageOf(figure) === language);
      const judged = own.length === 0 ? undefined : rules[language]?.(own);
      return judged === undefined ? [] : [{ language, ...judged }];
    });
    // A rule that decides nothing may still say why.
    return { outcome: joinOutcomes(languages.map((one) => one.outcome)), languages };
  };
}
