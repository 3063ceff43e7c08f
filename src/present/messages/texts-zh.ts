// The Chinese texts: a module of its own, loaded only where Chinese is spoken.

const files = import.meta.glob<string>('./zh/*.ftl', {
  query: '?raw',
  import: 'default',
  eager: true,
});

export const texts: readonly string[] = Object.values(files);
