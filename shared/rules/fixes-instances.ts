/** Container instances that quick fixes add. */
import { type Architecture, instanceType } from '../aws/facts/instance-types'
import { UNITS_PER_VCPU } from '../aws/facts/task-size'
import type { Spec } from '../design/design'
import type { DesignDraft } from '../design/edit'
import { refer } from '../design/references'
import { containerInstance } from '../elements/container-instance'
import type { Reserved } from '../graph/reserved'
import { addElement, findElement } from './fixes'
import { instanceProfileFor } from './fixes-roles'

/** The smallest that the console offers, and a family for everything, in the order of their size. */
const SIZES = ['large', 'xlarge', '2xlarge', '4xlarge', '8xlarge', '12xlarge', '16xlarge'] as const
const candidates: Readonly<Record<Architecture, readonly string[]>> = {
  X86_64: ['t3.medium', ...SIZES.map((size) => `m7i.${size}`)],
  ARM64: ['t4g.medium', ...SIZES.map((size) => `m7g.${size}`)],
}

/** The smallest of some common instance types that has room for a task; undefined where none has, or the size is unknown. */
export function smallestFor(architecture: Architecture, { cpu, memory }: Reserved): string | undefined {
  if (cpu === undefined || memory === undefined) return undefined
  return candidates[architecture].find((name) => {
    const type = instanceType(name)
    // The system keeps some of the memory for itself.
    return type && cpu <= type.vcpus * UNITS_PER_VCPU && memory < type.memory
  })
}

/** The AWS parameters that name the newest ECS-optimized AMI of a system. */
export function optimizedImage(architecture: Architecture, windowsFamily: string | undefined): string {
  const windows = /^WINDOWS_SERVER_(\d+)_(CORE|FULL)$/.exec(windowsFamily ?? '')
  if (windows) {
    const edition = windows[2] === 'CORE' ? 'Core' : 'Full'
    return `resolve:ssm:/aws/service/ami-windows-latest/Windows_Server-${windows[1]}-English-${edition}-ECS_Optimized/image_id`
  }
  const folder = architecture === 'ARM64' ? 'arm64/' : ''
  return `resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023/${folder}recommended/image_id`
}

/** Adds container instances to a cluster that has none, with the agent, and the profile that lets them register. */
export function addInstances(draft: DesignDraft, home: string, spec: Spec): void {
  const there = findElement(draft, containerInstance.kind, 'cluster', refer(home))
  if (there !== undefined || !draft.elements[home]) return
  const profile = instanceProfileFor(draft)
  addElement(draft, `${home}-instances`, {
    kind: containerInstance.kind,
    spec: {
      ...containerInstance.defaults(''),
      cluster: refer(home),
      IamInstanceProfile: { Arn: refer(profile) },
      ...spec,
    },
  })
}
