// What a probe's workers may do, by name. A new one is an entry here.
import { compute } from './compute-role';
import { writeBox } from './sharing-role';

export const roles = { compute, 'write-box': writeBox } as const;

export type RoleName = keyof typeof roles;

export type RoleData<R extends RoleName> = Parameters<(typeof roles)[R]>[0];
