/**
 * Rules are never wrong about a valid design: neither as it stands, nor while a value of it is not known yet, nor while a
 * part of it is not drawn.
 */
import { describe, expect, it } from 'vitest'
import { isObject, sameJson, setAt, valueAt } from '../basics/json'
import type { Design } from '../design/design'
import { edit } from '../design/edit'
import { parseDesign, serialize } from '../design/serialize'
import { graphOf } from '../graph/graph'
import { pointersIn } from '../testing/arbitraries'
import { validDesigns } from '../testing/valid-designs'
import { validate } from './validate'

/** What keeps a design from being clean. */
const found = (design: Design) =>
  validate(design)
    .filter(({ severity }) => severity !== 'advice')
    .map(({ rule, element, path, message }) => `${rule} ${element}${path}: ${message}`)

/** Every text, number and flag of a design, by its element and place. */
const valuesIn = (design: Design) =>
  Object.entries(design.elements).flatMap(([id, { spec }]) =>
    pointersIn(spec).flatMap((at) => {
      const value = valueAt(spec, at)
      return isObject(value) || Array.isArray(value) ? [] : [{ id, at }]
    }),
  )

/** The design without an element: what named it names something that is not drawn. */
function without(design: Design, gone: string): Design {
  const { [gone]: _, ...rest } = design.elements
  const reference = new RegExp(`@\\{${gone}(\\.[^}]*)?\\}`, 'g')
  const elements = JSON.parse(JSON.stringify(rest).replace(reference, '<elsewhere>'))
  for (const element of Object.values<{ inside?: string }>(elements)) {
    if (element.inside === gone) delete element.inside
  }
  const connections = Object.fromEntries(
    Object.entries(design.connections).filter(([, { from, to }]) => from !== gone && to !== gone),
  )
  return { ...design, elements, connections }
}

/** What others are of no use without; that it is missing is what rules have to say. */
const needed = ['application-load-balancer', 'network-load-balancer', 'vpc-endpoint', 'eks-fargate-profile']

describe.each(Object.entries(validDesigns))('%s', (_, design) => {
  it('is read back as it is written, and names nothing that is not there', () => {
    const again = parseDesign(serialize(design))
    expect(again.ok && sameJson(again.value, design)).toBe(true)
    const dangling = [...graphOf(design).dangling.values()].flat()
    expect(dangling.filter(({ id }) => !design.elements[id])).toEqual([])
  })

  it('has neither errors nor warnings', () => expect(found(design)).toEqual([]))

  it('has none while a value is not known yet', () => {
    for (const { id, at } of valuesIn(design)) {
      const open = edit(design, ({ elements }) => setAt(elements[id]!.spec, at, '${Value}')).design
      expect(found(open), `${id}${at}`).toEqual([])
    }
  })

  it('has none while an element is not drawn', () => {
    const ids = Object.keys(design.elements)
    for (const id of ids.filter((one) => !needed.includes(design.elements[one]!.kind))) {
      expect(found(without(design, id)), id).toEqual([])
    }
  })
})
