// The two kinds of axis a person can switch between.
export const scales = [
  { value: 'linear', label: 'linear' },
  { value: 'log', label: 'log' },
] as const;
