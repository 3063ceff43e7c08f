// The two times a person can switch between.
export const bases = [
  { value: 'cold', label: 'cold' },
  { value: 'warm', label: 'warm' },
] as const;
