import { describe, expect, it } from 'vitest'
import type { Design } from '../design/design'
import { edit } from '../design/edit'
import { networked } from '../testing/networked'
import { graphOf } from './graph'
import { parentsIn } from './nestings'

const parentOf = (design: Design, id: string) => parentsIn(graphOf(design), 'network').get(id)

describe('the network nesting', () => {
  it('draws zones in the VPC of their subnets', () => {
    expect(parentOf(networked, 'private-a')).toBe('a')
    expect(parentOf(networked, 'a')).toBe('net')
    expect(parentOf(networked, 'net')).toBeUndefined()
  })

  it('draws what names one subnet in it, and what names several in the frame that holds them all', () => {
    expect(parentOf(networked, 'worker')).toBe('private-a')
    expect(parentOf(networked, 'api')).toBe('net')
    expect(parentOf(networked, 'files')).toBe('net')
    expect(parentOf(networked, 'guard')).toBe('net')
  })

  it('draws what names two subnets of one zone in the zone', () => {
    const { design } = edit(networked, (draft) => {
      draft.elements['public-a'] = {
        kind: 'subnet',
        spec: { AvailabilityZone: '@{a}', VpcId: '@{net}' },
      }
      const subnets = ['@{private-a}', '@{public-a}']
      draft.elements.worker!.spec.networkConfiguration = { awsvpcConfiguration: { subnets } }
    })
    expect(parentOf(design, 'worker')).toBe('a')
  })

  it('leaves a task definition in its service, and what is in no network beside', () => {
    expect(parentOf(networked, 'api-task')).toBe('api')
    for (const id of ['main', 'role', 'images', 'queue']) expect(parentOf(networked, id)).toBeUndefined()
  })

  it('takes a cluster and its capacity out of the VPC that somebody drew it in', () => {
    const { design } = edit(networked, (draft) => {
      draft.elements.main!.inside = 'net'
      draft.elements.pool = { kind: 'capacity-provider', spec: { cluster: '@{main}' } }
    })
    expect(graphOf(design).parent.get('main')).toBe('net')
    expect(parentOf(design, 'main')).toBeUndefined()
    expect(parentOf(design, 'pool')).toBeUndefined()
  })

  it('draws tasks without addresses of their own where the instances of their cluster are', () => {
    expect(parentOf(networked, 'hosts')).toBe('private-b')
    expect(parentOf(networked, 'agent')).toBe('private-b')
  })

  it('heeds a group that is within the frame', () => {
    const { design } = edit(networked, (draft) => {
      draft.elements.group = { kind: 'frame', spec: {}, inside: 'net' }
      draft.elements.guard!.inside = 'group'
      draft.elements.role!.inside = 'group'
    })
    expect(parentOf(design, 'guard')).toBe('group')
    expect(parentOf(design, 'role')).toBe('group')
    expect(parentOf(design, 'group')).toBe('net')
  })

  it('draws a subnet in its own VPC when its zone is drawn in another one', () => {
    const { design } = edit(networked, (draft) => {
      draft.elements.other = { kind: 'vpc', spec: {} }
      draft.elements.a!.inside = 'net'
      draft.elements.far = { kind: 'subnet', spec: { AvailabilityZone: '@{a}', VpcId: '@{other}' } }
    })
    expect(parentOf(design, 'far')).toBe('other')
    expect(parentOf(design, 'private-a')).toBe('a')
  })

  it('changes nothing of the nesting that rules see', () => {
    const { parent } = graphOf(networked)
    expect(parent.get('api')).toBe('main')
    expect(parent.get('hosts')).toBe('main')
  })
})
