// A file as its text, which the build puts in.
declare module '*?raw' {
  const text: string;
  export default text;
}
