// Methods of the language as they were before own code was loaded, for what a host does after that: own code may
// replace any of them. (Arrays are walked by index there: `for…of` and spreading ask for an iterator.)

const { apply } = Reflect;

type Method<Self, Given extends readonly unknown[], Result> = (
  this: Self,
  ...given: Given
) => Result;

/** A method as a function of what it is called on. */
export function unbound<Self, Given extends readonly unknown[], Result>(
  method: Method<Self, Given, Result>,
): (self: Self, ...given: Given) => Result {
  return (self, ...given) => apply(method, self, given) as Result;
}

/** Promises of the language; own code may put others in their place. */
const NativePromise = Promise;

/** A promise that `begin` settles. */
export function promised<T>(
  begin: (resolve: (value: T) => void, reject: (reason: unknown) => void) => void,
): Promise<T> {
  return new NativePromise<T>(begin);
}

const { defineProperty, setPrototypeOf } = Object;

/** Gives an object a property of its own. A description of it asks for nothing that every object may have been given. */
export function defineOwn(object: object, name: PropertyKey, value: unknown): void {
  const description = { value, writable: true, configurable: true, enumerable: true };
  defineProperty(object, name, setPrototypeOf(description, null) as PropertyDescriptor);
}

const nativeThen = NativePromise.prototype.then;
const nativeResolve = NativePromise.resolve;
const nativeAll = NativePromise.all;

/** Only for {@link all}: what that asks for stands here as it was. */
class SafePromise<T> extends NativePromise<T> {
  // A constructor that is not written asks for an iterator of what it is given.
  // eslint-disable-next-line @typescript-eslint/no-useless-constructor -- see above
  constructor(begin: (resolve: (value: T | PromiseLike<T>) => void, reject: () => void) => void) {
    super(begin);
  }
}
void defineProperty(SafePromise, 'resolve', { value: nativeResolve });
void defineProperty(SafePromise, Symbol.species, { value: SafePromise });
void defineProperty(SafePromise.prototype, 'then', { value: nativeThen });

/** `Promise.all` for promises of the language itself. */
export async function all(promises: readonly Promise<void>[]): Promise<void> {
  let next = 0;
  const walk = {
    next: () => {
      const value = promises[next];
      next += 1;
      if (value === undefined) return { done: true, value };
      defineOwn(value, 'constructor', SafePromise);
      defineOwn(value, 'then', nativeThen);
      return { done: false, value };
    },
  };
  await apply(nativeAll, SafePromise, [{ [Symbol.iterator]: () => walk }]);
}
