/** Resources of Terraform's while they are put together. */

import type { TerraformType } from '../../aws/terraform/resource-types'
import type { Body } from '../../aws/terraform/translate'
import type { Resource } from '../../deployment/deployment'
import type { Text } from '../../texts/text'

export interface Made {
  readonly type: TerraformType
  /** Unique among the resources of its type. */
  readonly name: string
  readonly element: string
  readonly body: Body
  /** Ids of the calls that have to be made before. */
  readonly after: readonly string[]
}

export interface Workbench {
  /** In the order of the file. */
  readonly made: Made[]
  /** By the id of the call. */
  readonly byCall: Map<string, Made>
  /** Adds a resource for a call, or a further one. */
  readonly add: (call: Resource, type: TerraformType, body: Body, part?: string) => Made
  readonly note: (code: string, element: string, text: Text, pointer?: string) => void
}

/** The workbench of one export. */
export function newWorkbench(note: Workbench['note']): Workbench {
  const made: Made[] = []
  const byCall = new Map<string, Made>()
  const taken = new Set<string>()
  return {
    made,
    byCall,
    note,
    add: (call, type, body, part) => {
      const wanted = identifier(part === undefined ? call.id : `${call.id}-${part}`)
      let name = wanted
      for (let n = 2; taken.has(`${type}.${name}`); n++) name = `${wanted}_${n}`
      taken.add(`${type}.${name}`)
      const one: Made = { type, name, element: call.element, body, after: call.after }
      made.push(one)
      if (!byCall.has(call.id)) byCall.set(call.id, one)
      return one
    },
  }
}

/** A name that Terraform takes: letters, digits and underscores, no digit first. */
export function identifier(id: string): string {
  const name = id.replace(/[^A-Za-z0-9]+/g, '_')
  return /^\d/.test(name) ? `_${name}` : name
}
