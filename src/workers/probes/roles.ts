// What a probe's workers may do, by name. A new one is an entry here.
import { writeBox } from './sharing-role';

export const roles = { 'write-box': writeBox } as const;

export type RoleName = keyof typeof roles;

export type RoleData<R extends RoleName> = Parameters<(typeof roles)[R]>[0];
