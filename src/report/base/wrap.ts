// Words in lines of at most so many columns.
import { widthInColumns } from '@present/locale/text-columns';

/**
 * What a line may end after: a word, a Chinese character with the punctuation that belongs to it, or the words of
 * another script beside it. No line begins with a comma or a closing bracket, or ends with an opening one.
 */
const piece =
  /[（「『《〈【]*(?:[\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]|[^\u3000-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uff60]+|[^])[，。：；！？、）」』》〉】]*/gu;

/** Lines of at most `width` columns, broken between words; in Chinese between characters. */
export function wrap(text: string, width = 100): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    for (const [index, part] of (word.match(piece) ?? [word]).entries()) {
      const joined = line === '' || index > 0 ? line + part : `${line} ${part}`;
      if (line !== '' && widthInColumns(joined) > width) {
        lines.push(line);
        line = part;
      } else {
        line = joined;
      }
    }
  }
  return [...lines, line];
}
