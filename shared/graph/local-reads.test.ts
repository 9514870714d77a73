import { describe, expect, it } from 'vitest'
import { shop } from '../testing/drawings'
import { instancesIn, taskZones } from './capacity'
import { type Graph, graphOf } from './graph'
import { endpointsIn, mountTargetsOf, routing, subnetsOf, vpcOf, zonesOf } from './network'
import { permission, trustedServices } from './permissions'
import type { Reads } from './reads'
import { answered, recording } from './recording'
import { rolesFor } from './role-for'
import { securityGroupsOf } from './security-groups'
import { frontsOf, isInternetFacing, targetGroupUsers } from './traffic'
import { usesOf } from './usage'

/** Whatever an edit changes, only the answers that looked at it are worked out again: so none may look at everything. */
const questions: Readonly<Record<string, (graph: Graph, id: string) => unknown>> = {
  instancesIn,
  taskZones,
  endpointsIn,
  mountTargetsOf,
  routing,
  subnetsOf,
  vpcOf,
  zonesOf,
  securityGroupsOf,
  trustedServices,
  permission: (graph, id) => permission(graph, id, 'sqs:SendMessage', '@{orders.arn}'),
  frontsOf,
  targetGroupUsers,
  isInternetFacing,
  usesOf,
  rolesFor: (graph, id) => usesOf(graph, id).map((use) => rolesFor(graph, use)),
}

const looksAtEverything = (reads: Reads): boolean =>
  reads.everything || [...reads.within].some(looksAtEverything)

describe.each(Object.entries(questions))('%s', (_, question) => {
  it('looks at a part of the design, and answers as on a plain graph', () => {
    const plain = graphOf(shop)
    const noting = recording(plain)
    for (const id of Object.keys(shop.elements)) {
      const { value, reads } = answered(noting, question, id)
      expect(value).toEqual(question(plain, id))
      expect(looksAtEverything(reads)).toBe(false)
    }
  })
})
