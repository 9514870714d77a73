/** Limits of Amazon ECR, and what new repositories best begin with. */
import type { FactSource } from './fact'

export const source: FactSource = {
  url: 'https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_CreateRepository.html',
  checked: '2026-11-26',
}

/** Characters of a repository's name, its namespace included. */
export const MIN_REPOSITORY_NAME = 2
export const MAX_REPOSITORY_NAME = 256

/** How many images the lifecycle policy of the quick fix keeps. */
export const KEPT_IMAGES = 10

/**
 * A lifecycle policy that deletes all but the newest images.
 * https://docs.aws.amazon.com/AmazonECR/latest/userguide/LifecyclePolicies.html
 */
export const keepNewestImages = JSON.stringify({
  rules: [
    {
      rulePriority: 1,
      description: `Keep the last ${KEPT_IMAGES} images`,
      selection: { tagStatus: 'any', countType: 'imageCountMoreThan', countNumber: KEPT_IMAGES },
      action: { type: 'expire' },
    },
  ],
})
