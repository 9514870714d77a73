import type { Teller } from '../containers/telling'
import type { Project } from './project'

/** What all parts of one project's import share. */
export interface Reading extends Teller {
  readonly project: Project
  readonly region: string | undefined
}
