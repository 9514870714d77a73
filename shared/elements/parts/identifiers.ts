/** Identifiers that follow from the drawing, so that an export needs no placeholder for them. */
import type { Element, Meaningful } from '../../design/design'
import type { Attribute } from '../kind'
import { textAt } from './reading'

/** The name itself is the identifier. */
export function named(label: string, pointer: string): Attribute {
  return { label, derive: (element) => textAt(element.spec, pointer) }
}

/** An ARN of the design's Region and account; undefined while one of them or the resource is not known. */
export function arnOf(
  service: string,
  resource: (element: Element, design: Meaningful) => string | undefined,
): Attribute {
  return {
    label: 'ARN',
    derive: (element, design) => {
      const name = resource(element, design)
      if (name === undefined || !design.region || !design.account) return undefined
      return `arn:${partitionOf(design.region)}:${service}:${design.region}:${design.account}:${name}`
    },
  }
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

/** The part of AWS that a Region belongs to: China and GovCloud have their own. */
export function partitionOf(region: string | undefined): string {
  if (region?.startsWith('cn-')) return 'aws-cn'
  return region?.startsWith('us-gov-') ? 'aws-us-gov' : 'aws'
}

/** The end of every endpoint of a Region. */
export function domainOf(region: string): string {
  return region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com'
}
