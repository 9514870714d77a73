/** Limits of the Fargate profiles of EKS. */
import type { FactSource } from './fact'

export const source: FactSource = {
  url: 'https://docs.aws.amazon.com/eks/latest/userguide/fargate-profile.html',
  checked: '2026-11-21',
}

/** Selectors of one profile. */
export const SELECTORS = 5
