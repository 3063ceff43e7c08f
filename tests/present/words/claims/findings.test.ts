// What a claim came to in words: whole findings of each claim, from the rules on figures.
import { judges } from '@analysis/claims';
import { findingText, languageText } from '@present/words/claims/findings';
import { claimFactSchema } from '@shared/claims/claim-facts';
import { describe, expect, it } from 'vitest';
import { makeFigure } from '../../../helpers/make/figure';

const yes = (quantity: 'seen' | 'ended', variant: string, value: number) =>
  makeFigure(quantity, variant, [value, value, value], { unit: 'yes' });

describe('findingText', () => {
  it('says each language, and where nothing could be measured', () => {
    const found = judges.heap([yes('seen', 'threads', 1), yes('seen', 'processes', 0)]);
    expect(findingText(found)).toBe(
      'JavaScript: the program sees what a thread wrote and does not see what a process wrote.',
    );
    expect(findingText(judges.heap([]))).toBe('It could not be measured here.');
  });

  it('says a whole finding in sentences', () => {
    const found = judges.kill([yes('ended', 'threads', 0), yes('ended', 'processes', 1)]);
    expect(findingText(found)).toBe(
      'JavaScript: a thread in a loop could not be ended from outside; a process in a loop was ended from outside. The worker beside it went on. When ended, a process left nothing.',
    );
  });

  it('gives facts that a file can hold', () => {
    const figures = [yes('seen', 'threads', 1), yes('seen', 'processes', 0)];
    for (const fact of judges.heap(figures).languages.flatMap(({ facts }) => facts)) {
      expect(claimFactSchema.parse(fact)).toEqual(fact);
    }
  });

  it('says what an earlier version said', () => {
    expect(languageText({ facts: [{ kind: 'text', text: 'as it was.' }] })).toBe('as it was.');
  });
});
