// Texts of messages, as the bundler gives them: whole.
declare module '*.ftl?raw' {
  const text: string;
  export default text;
}

interface ImportMeta {
  /** Every file of a pattern, as the bundler finds them. */
  glob<T>(
    pattern: string,
    options: { readonly query: string; readonly import: string; readonly eager: true },
  ): Readonly<Record<string, T>>;
}
