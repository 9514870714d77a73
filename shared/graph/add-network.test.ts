import { expect, test } from 'vitest'
import { emptyDesign } from '../design/design'
import { edit } from '../design/edit'
import { drop } from './add'
import { graphOf } from './graph'
import { parentsIn } from './nestings'

const design = {
  ...emptyDesign('Network'),
  elements: {
    main: { kind: 'vpc', spec: { CidrBlock: '10.0.0.0/16' } },
    a: { kind: 'subnet', spec: { VpcId: '@{main}' } },
  },
}

test('a service dropped into a subnet names that subnet, and its place is one of the network', () => {
  let id = ''
  const next = edit(design, (draft) => {
    id = drop(draft, graphOf(design), 'service', 'a', () => ({ x: 16, y: 48 }), 'network')
  }).design
  expect(parentsIn(graphOf(next), 'network').get(id)).toBe('a')
  expect(next.networkLayout?.[id]).toEqual({ x: 16, y: 48 })
  expect(next.layout[id]).toBeUndefined()
})
