/** Identifiers that follow from the drawing, so that an export needs no placeholder for them. */
import type { Element, Meaningful } from '../../design/design'
import type { Attribute } from '../kind'
import { textAt } from './reading'

/** The name itself is the identifier. */
export function named(label: string, pointer: string): Attribute {
  return { label, derive: (element) => textAt(element.spec, pointer) }
}

/**
 * An ARN of the element's Region and the design's account; undefined while one of them or the resource is not known.
 */
export function arnOf(
  service: string,
  resource: (element: Element, design: Meaningful) => string | undefined,
): Attribute {
  return {
    label: 'ARN',
    derive: (element, design) => {
      const name = resource(element, design)
      const region = regionOf(element, design)
      if (name === undefined || !region || !design.account) return undefined
      return `arn:${partitionOf(region)}:${service}:${region}:${design.account}:${name}`
    },
  }
}

/** The Region of what is drawn in a Region's frame is that one; of everything else the design's. */
function regionOf({ inside }: Element, design: Meaningful): string | undefined {
  const seen = new Set<string>()
  for (let id = inside; id !== undefined && !seen.has(id); id = design.elements[id]?.inside) {
    seen.add(id)
    const frame = design.elements[id]
    if (frame?.kind === 'region') return textAt(frame.spec, '/RegionName')
  }
  return design.region
}

/** IAM's ARNs have no Region. */
export function iamArnOf(resource: string, nameAt: string): Attribute {
  return {
    label: 'ARN',
    derive: (element, design) => {
      const name = textAt(element.spec, nameAt)
      if (name === undefined || !design.account) return undefined
      const path = textAt(element.spec, '/Path') ?? '/'
      return `arn:${partitionOf(design.region)}:iam::${design.account}:${resource}${path}${name}`
    },
  }
}

/** The name that an IAM identity has in its spec, or at the end of the ARN by which it is known. */
export function iamNamed(pointer: string): Attribute {
  return {
    label: 'Name',
    derive: ({ spec, existing }) =>
      textAt(spec, pointer) ?? /^arn:[^{}<>$]*\/([\w+=,.@-]+)$/.exec(existing?.arn ?? '')?.[1],
  }
}

/** The part of AWS that a Region belongs to: China and GovCloud have their own. */
export function partitionOf(region: string | undefined): string {
  if (region?.startsWith('cn-')) return 'aws-cn'
  return region?.startsWith('us-gov-') ? 'aws-us-gov' : 'aws'
}

/** The end of every endpoint of a Region. */
export function domainOf(region: string): string {
  return region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com'
}
