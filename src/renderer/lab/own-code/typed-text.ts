// Text that is typed for a value: it stays as it was typed for as long as it says what the value is.
import { computed, ref, type ComputedRef } from 'vue';

export interface TypedText {
  readonly text: ComputedRef<string>;
  /** How many lines a field for it shows. */
  readonly rows: ComputedRef<number>;
  /** Takes text as it is typed. */
  type(text: string): void;
}

/**
 * @param value the value as it is
 * @param set takes what is typed
 * @param read from text to value
 * @param write from a value that was not typed to text
 */
export function useTypedText<T>(
  value: () => T,
  set: (value: T) => void,
  read: (text: string) => T,
  write: (value: T) => string,
): TypedText {
  const typed = ref<string>();
  const says = (text: string): boolean => JSON.stringify(read(text)) === JSON.stringify(value());
  const text = computed(() =>
    typed.value !== undefined && says(typed.value) ? typed.value : write(value()),
  );
  return {
    text,
    rows: computed(() => Math.min(12, Math.max(3, text.value.split('\n').length))),
    type(next) {
      typed.value = next;
      set(read(next));
    },
  };
}
