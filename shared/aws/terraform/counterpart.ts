/** The contract of a counterpart: how a call of AWS is spelt in Terraform. Paths leave out the indices of lists. */
import type { ConversionName } from './conversions'
import type { TerraformType } from './resource-types'

export interface Counterpart {
  readonly type: TerraformType
  /** From AWS's member to Terraform's argument. The path of the parent dissolves a member into it; empty is the resource. */
  readonly names: Readonly<Record<string, string>>
  /** By AWS's path: values that are written in another way. */
  readonly conversions: Readonly<Record<string, ConversionName>>
  /** Lists of `Key` and `Value` in which each key is an argument. */
  readonly keyed: readonly string[]
  /** The type that tags are of, where AWS takes them as `TagSpecifications`. */
  readonly tagged?: string
  /** Members of AWS's that Terraform knows by itself, or that other resources say. */
  readonly implied: readonly string[]
}

/** A counterpart. */
export function of(type: TerraformType, rest: Partial<Omit<Counterpart, 'type'>> = {}): Counterpart {
  return { type, names: {}, conversions: {}, keyed: [], implied: [], ...rest }
}

/** Several names under one path. */
export function under(
  path: string,
  argument: string,
  names: Readonly<Record<string, string>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(names).map(([member, name]) => [
      `${path}/${member}`,
      name === '' ? argument : `${argument}/${name}`,
    ]),
  )
}
