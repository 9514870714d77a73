import { expect, test } from 'vitest'
import { type Design, emptyDesign } from '../../design/design'
import { edit } from '../../design/edit'
import { candidates, connect, disconnect } from '../../graph/connect'
import { graphOf } from '../../graph/graph'

const subnets = (text: string): Design => ({
  ...emptyDesign('subnets'),
  elements: {
    workers: { kind: 'auto-scaling-group', spec: { VPCZoneIdentifier: text } },
    a: { kind: 'subnet', spec: {} },
    b: { kind: 'subnet', spec: {} },
  },
})

const drawn = (design: Design, subnet: string) =>
  edit(design, (draft) => {
    const [candidate] = candidates(graphOf(design), 'workers', subnet)
    if (candidate) connect(draft, candidate)
  }).design

const erased = (design: Design, subnet: string) =>
  edit(design, (draft) => {
    const line = graphOf(design).connections.find(({ to }) => to === subnet)
    if (line) disconnect(draft, line)
  }).design

const textOf = (design: Design) => design.elements.workers?.spec.VPCZoneIdentifier

test('a further subnet is added to the text, beside what somebody typed', () => {
  expect(textOf(drawn(subnets('subnet-0a1b, @{a}'), 'b'))).toBe('subnet-0a1b,@{a},@{b}')
})

test('erasing one line leaves the others', () => {
  expect(textOf(erased(subnets('@{a},@{b}'), 'b'))).toBe('@{a}')
  expect(textOf(erased(subnets('@{a}, subnet-0a1b, @{b}'), 'a'))).toBe('subnet-0a1b,@{b}')
  expect(textOf(erased(subnets('@{a}'), 'a'))).toBeUndefined()
})
