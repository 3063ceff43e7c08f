// What each message of en/store.ftl takes. Written by `npm run messages`.
export interface StoreMessages {
  'runs-removed': { count: number; limit: string; runs: string };
  'runs-removed-more': { runs: string };
  'settings-set-aside': { aside: string; path: string };
}
