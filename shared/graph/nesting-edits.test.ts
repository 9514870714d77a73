import { describe, expect, it } from 'vitest'
import type { Design } from '../design/design'
import { edit } from '../design/edit'
import { networked } from '../testing/networked'
import { english } from '../texts/text'
import { graphOf } from './graph'
import { placementIn, reparentIn } from './nesting-edits'
import { parentsIn } from './nestings'

/** Drops an element into a frame of the network; gives the new design, or why not. */
function drop(before: Design, id: string, frame: string | undefined): Design | string {
  let reason: ReturnType<typeof reparentIn>
  const { design } = edit(before, (draft) => {
    reason = reparentIn('network', draft, graphOf(before), id, frame)
  })
  return reason === undefined ? design : english(reason)
}

function dropped(...args: Parameters<typeof drop>): Design {
  const result = drop(...args)
  if (typeof result === 'string') throw new Error(result)
  return result
}

const subnetsOf = ({ elements }: Design, id: string) =>
  (elements[id]?.spec.networkConfiguration as { awsvpcConfiguration?: { subnets?: string[] } } | undefined)
    ?.awsvpcConfiguration?.subnets
const frameOf = (design: Design, id: string) => parentsIn(graphOf(design), 'network').get(id)

describe('a drop among networks', () => {
  it('into a subnet names that subnet and no other, and leaves the cluster alone', () => {
    const design = dropped(networked, 'api', 'private-b')
    expect(subnetsOf(design, 'api')).toEqual(['@{private-b}'])
    expect(frameOf(design, 'api')).toBe('private-b')
    expect(graphOf(design).parent.get('api')).toBe('main')
  })

  it('into a zone keeps the subnets in it, or takes the only one there is', () => {
    expect(subnetsOf(dropped(networked, 'api', 'a'), 'api')).toEqual(['@{private-a}'])
    expect(subnetsOf(dropped(networked, 'worker', 'b'), 'worker')).toEqual(['@{private-b}'])
  })

  it('into a VPC says to choose a subnet', () => {
    expect(drop(networked, 'worker', 'net')).toBe('Drop it into one of the subnets of net.')
  })

  it('into a zone without a subnet is refused', () => {
    const bare = edit(networked, (draft) => {
      draft.elements.c = { kind: 'availability-zone', spec: { ZoneName: 'eu-west-1c' }, inside: 'net' }
    }).design
    expect(drop(bare, 'worker', 'c')).toBe('There is no subnet in eu-west-1c yet.')
  })

  it('keeps what is said of a mount target that stays', () => {
    const guarded = edit(networked, (draft) => {
      draft.elements.files!.spec.MountTargets = [
        { SubnetId: '@{private-a}', SecurityGroups: ['@{guard}'] },
        { SubnetId: '@{private-b}' },
      ]
    }).design
    expect(dropped(guarded, 'files', 'private-a').elements.files?.spec.MountTargets).toEqual([
      { SubnetId: '@{private-a}', SecurityGroups: ['@{guard}'] },
    ])
  })

  it('beside the network takes its places back', () => {
    const design = dropped(networked, 'worker', undefined)
    expect(subnetsOf(design, 'worker')).toBeUndefined()
    expect(graphOf(design).parent.get('worker')).toBe('main')
  })

  it('moves what names a VPC into another one', () => {
    const two = edit(networked, (draft) => {
      draft.elements.other = { kind: 'vpc', spec: {} }
    }).design
    expect(dropped(two, 'guard', 'other').elements.guard?.spec.VpcId).toBe('@{other}')
  })

  it('refuses what is in no network', () => {
    expect(drop(networked, 'queue', 'private-a')).toMatch(/^An SQS queue can’t be placed in a subnet/i)
    const child = { id: 'queue', kind: 'sqs-queue' }
    expect(placementIn('network', graphOf(networked), child, 'private-a').ok).toBe(false)
  })

  it('moves a task definition from service to service as otherwise', () => {
    const free = edit(networked, (draft) => {
      draft.elements.idle = { kind: 'service', spec: { serviceName: 'idle' } }
    }).design
    const design = dropped(free, 'api-task', 'idle')
    expect(design.elements.idle?.spec.taskDefinition).toBe('@{api-task}')
    expect(frameOf(design, 'api-task')).toBe('idle')
  })

  it('refuses a group for what its subnets place', () => {
    const grouped = edit(networked, (draft) => {
      draft.elements.group = { kind: 'frame', spec: {} }
    }).design
    expect(drop(grouped, 'worker', 'group')).toBe('The subnets of worker say where it is drawn here.')
  })
})

describe('a drop among clusters', () => {
  it('is as it always was', () => {
    const { design } = edit(networked, (draft) => {
      reparentIn('logical', draft, graphOf(networked), 'worker', undefined)
    })
    expect(design.elements.worker?.spec.cluster).toBeUndefined()
    expect(subnetsOf(design, 'worker')).toEqual(['@{private-a}'])
  })
})
