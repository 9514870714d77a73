/**
 * What stands in texts for expressions, while values are on their way into a design: a mark with a number. References
 * become references of the design once all elements are known; every other expression stays as it was written.
 */
import { toNumber } from '../../basics/convert'
import { mapStrings } from '../../design/references'

/** An expression that is no value yet. */
export interface Open {
  /** As it was written: `${var.image}`. */
  readonly written: string
  /** `aws_ecs_cluster.main`, `module.vpc.aws_vpc.this[0]`, of a resource that it names. */
  readonly address?: string
  /** The attribute of that resource, and what of it: `["arn"]`. */
  readonly path?: readonly (string | number)[]
  /** Why it is no value, for the report: nothing knows it, or it has to be worked out. */
  readonly reason: 'reference' | 'unknown'
}

export interface Tokens {
  readonly put: (open: Open) => string
  /** The text with every mark replaced. */
  readonly resolve: (text: string, put: (open: Open) => string, plain: (text: string) => string) => string
  readonly isIn: (text: string) => boolean
  /** The expression that is all of a text. */
  readonly only: (text: unknown) => Open | undefined
  /** Every expression in a tree. */
  readonly in: (value: unknown) => readonly Open[]
}

const MARK = /\uE000(\d+)\uE001/g
const ONLY = /^\uE000(\d+)\uE001$/

/** The expressions of one import. */
export function newTokens(): Tokens {
  const all: Open[] = []
  const at = (index: string | undefined): Open | undefined => all[toNumber(index)]
  return {
    put: (open) => `\uE000${all.push(open) - 1}\uE001`,
    isIn: (text) => text.includes('\uE000'),
    resolve: (text, put, plain) => {
      let resolved = ''
      let end = 0
      for (const match of text.matchAll(MARK)) {
        const open = at(match[1])
        if (!open) continue
        resolved += plain(text.slice(end, match.index)) + put(open)
        end = match.index + match[0].length
      }
      return resolved + plain(text.slice(end))
    },
    only: (text) => (typeof text === 'string' ? at(ONLY.exec(text)?.[1]) : undefined),
    in: (value) => {
      const found: Open[] = []
      mapStrings(value, (text) => {
        for (const match of text.matchAll(MARK)) {
          const open = at(match[1])
          if (open) found.push(open)
        }
        return text
      })
      return found
    },
  }
}
