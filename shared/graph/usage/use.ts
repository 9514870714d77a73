import type { RoleUse } from '../../aws/facts/role-uses'

/** One thing that needs a role. */
export interface Use {
  readonly use: RoleUse
  /** The element whose spec says so. */
  readonly element: string
  /** JSON pointer in that spec; empty for what only a line says. */
  readonly at: string
  /** Index of the container that it is for. */
  readonly container?: number
  /** The drawn element that is used: a repository, a secret, a queue. */
  readonly target?: string
  /** ARN of what is used, references included; undefined where it can't be told. */
  readonly resource?: string
  /** Where the spec names the role, for roles that an option brings. */
  readonly roleAt?: string
}

/** Who uses: an element, or a container of it. */
export type User = Pick<Use, 'element' | 'container'>
