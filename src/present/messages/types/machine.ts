// What each message of en/machine.ftl takes. Written by `npm run messages`.
import type { None } from './none';

export interface MachineMessages {
  'cores-of': { count: number; usable: number };
  'cores-no-quota': { cores: string };
  'cores-quota': { cores: string; quota: string };
  'machine-system': None;
  'machine-processor': None;
  'machine-logical-cores': None;
  'machine-allowed-cores': None;
  'machine-quota': None;
  'machine-usable-cores': None;
  'machine-frequency': None;
  'machine-governor': None;
  'machine-memory': None;
  'machine-available': None;
  'machine-memory-limit': None;
  'machine-load': None;
  'machine-tick': None;
  'machine-unreadable': None;
  'machine-none': None;
  'machine-all-readable': None;
  'python-lock': { lock: 'off' | 'on-anyway' | 'on' };
  'machine-python-lock': { lock: 'off' | 'on-anyway' | 'on' };
}
