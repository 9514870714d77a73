import type { Node } from '../containers/node'
import type { Teller } from '../containers/telling'
import type { ManifestType } from './types'

/** What all parts of one manifest's import share. */
export interface Reading extends Teller {
  readonly root: Node
  /** The service or job. */
  readonly name: string
  readonly type: ManifestType
  readonly definition: string
  /** The service or task. */
  readonly runner: string
  readonly access: 'public' | 'private'
}
