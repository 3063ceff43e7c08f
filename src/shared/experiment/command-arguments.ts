// The names in braces that stand in a program's arguments: `{size}` is replaced, `{{size}}` is the text
// `{size}`, and braces around anything but a plain name are left as they are. Pure.

/** What a name in braces may stand for. */
export type ArgumentValue = string | number | boolean;

/** Names that every task has. */
export const givenNames = ['index', 'seed'] as const;

const named = /\{\{([A-Za-z]\w*)\}\}|\{([A-Za-z]\w*)\}/g;

/** Returns whether a name can stand in braces. */
export function isParameterName(name: string): boolean {
  return /^[A-Za-z]\w*$/.test(name);
}

/** The names that are to be replaced in an argument. */
export function namesIn(argument: string): readonly string[] {
  return [...argument.matchAll(named)].flatMap(([, , name]) => (name === undefined ? [] : [name]));
}

/** The argument with its names replaced; a name without a value stays as it is. */
export function fillArgument(
  argument: string,
  values: Readonly<Record<string, ArgumentValue>>,
): string {
  return argument.replace(named, (text, literal?: string, name?: string) => {
    if (literal !== undefined) return `{${literal}}`;
    return name !== undefined && Object.hasOwn(values, name) ? String(values[name]) : text;
  });
}
