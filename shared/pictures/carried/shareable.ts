/** A design as it may leave in a picture, which goes to people who were not meant to read what is in it. */
import type { Design } from '../../design/design'
import { HIDDEN, hideSecrets } from '../../rules/secrets/hide-secrets'

export interface Shareable {
  readonly design: Design
  /** How many values that look like secrets are not in it. */
  readonly hidden: number
}

/** The design with dots in place of values that look like secrets. */
export function shareable(design: Design): Shareable {
  let hidden = 0
  const elements = Object.entries(design.elements).map(([id, element]) => {
    const spec = hideSecrets(element.spec) as typeof element.spec
    if (spec === element.spec) return [id, element] as const
    hidden += dotsIn(spec) - dotsIn(element.spec)
    return [id, { ...element, spec }] as const
  })
  return hidden === 0
    ? { design, hidden }
    : { design: { ...design, elements: Object.fromEntries(elements) }, hidden }
}

function dotsIn(spec: object): number {
  return JSON.stringify(spec).split(HIDDEN).length
}
