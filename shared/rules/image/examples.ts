/** Drawings for the examples of rules about images. */
import type { Design, Element, Spec } from '../../design/design'
import { container, drawing, fargateTask } from '../examples'

/** A Fargate task with that image. */
export function withImage(image: string, members: Spec = {}): Design {
  return drawing({ task: fargateTask({ containerDefinitions: [container({ image, ...members })] }) })
}

/** The same, beside other elements. */
export function withImageOf(
  image: string,
  others: Readonly<Record<string, Element>>,
  spec: Spec = {},
): Design {
  return drawing({
    ...others,
    task: fargateTask({ containerDefinitions: [container({ image })], ...spec }),
  })
}

export const IMAGE = '/containerDefinitions/0/image'
export const DIGEST = `sha256:${'0123456789abcdef'.repeat(4)}`
export const ECR = '123456789012.dkr.ecr.eu-west-1.amazonaws.com'
