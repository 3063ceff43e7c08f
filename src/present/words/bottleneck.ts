// What limits a cell, in one sentence.
import type { Bottleneck } from '@shared/report/findings';

/** The evidence in one sentence, with the figures. */
export function bottleneckText({ fact }: Bottleneck): string {
  return fact.text;
}
