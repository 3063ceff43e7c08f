// Texts of messages, as the bundler gives them: whole.
declare module '*.ftl?raw' {
  const text: string;
  export default text;
}
