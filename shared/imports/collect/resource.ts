import type { Element } from '../../design/design'

/** What a text in a task definition names, as far as the text itself tells. */
export interface Resource {
  readonly kind: string
  /** Two texts with the same identity name the same resource. */
  readonly identity: string
  /** Its name for people; its id is made from it. */
  readonly called: string
  readonly element: Pick<Element, 'spec' | 'existing'>
  /** The attribute that the text stands for; absent: the kind's default one. */
  readonly attribute?: string
  /** What follows the identifier in the text: an image's tag, a secret's JSON key. */
  readonly rest?: string
  readonly account?: string
  readonly region?: string
  /** What its id is made from, where that is not its name. */
  readonly idFrom?: string
}

/** What the text names; undefined when it can't be told, so that the text stays as it is. */
export type Reader = (text: string, sibling: (name: string) => unknown) => Resource | undefined
