/** The contract of what the AWS CLI says of a call. */
import type { ResourceType } from '../../deployment/resource-types'

export type CliCalls = Partial<Record<ResourceType, CliCall>>

/** A command of the AWS CLI that finds a resource; `{member}` is the text at that member of the input. */
export interface Find {
  readonly call: string
  readonly args: readonly string[]
  /** What stands before every attribute: the one that is found. */
  readonly at: string
  /** The member of the one found that tells that it is there. */
  readonly key: string
}

export interface CliCall {
  /** Members of the answer to the call, by attribute, as JMESPath. */
  readonly answers?: Readonly<Record<string, string>>
  /** Members of the input that are identifiers themselves, by attribute. */
  readonly names?: Readonly<Record<string, string>>
  readonly find?: Find
  /** Members of the one found, by attribute; absent: those of the answer behind its first list or object. */
  readonly found?: Readonly<Record<string, string>>
  /** Attributes that a further command tells; `{.attribute}` is one that is known. */
  readonly more?: Readonly<Record<string, Omit<Find, 'key'>>>
  /** Errors that say that it is there already. */
  readonly tolerates?: string
  /** A waiter of the AWS CLI, with its arguments, after the call; `{.attribute}` is one of its identifiers. */
  readonly wait?: readonly string[]
  /** AWS makes the same call harmless, so it is simply made again. */
  readonly again?: true
}

/** Shorter to write in a table. */
export const described = (call: string, args: readonly string[], at: string, key: string): Find => ({
  call,
  args,
  at,
  key,
})
