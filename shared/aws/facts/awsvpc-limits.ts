/** How much the network configuration of a service or a task takes. */
import type { FactSource } from './fact'

export const source: FactSource = {
  url: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_AwsVpcConfiguration.html',
  checked: '2026-11-26',
}

export const MAX_SUBNETS = 16
export const MAX_SECURITY_GROUPS = 5
